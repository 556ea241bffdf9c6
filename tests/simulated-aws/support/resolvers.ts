import { type Properties, read } from "../../../simulated-aws/model/values";
import type { Engine, Kept } from "./engine";

export const TYPE = "route53.ResolverEndpoint";
/** Where a resolver endpoint is made. */
export interface Place {
    vpc: Kept;
    subnetIds: string[];
}

/** Inline rules that admit DNS. */
export const dns = (cidrBlocks: string[], protocols = ["udp", "tcp"]) =>
    protocols.map((protocol) => ({ protocol, fromPort: 53, toPort: 53, cidrBlocks }));

/** Inputs of an inbound endpoint in the subnets of a network; its group serves an outbound one too. */
export async function inputsFor(engine: Engine, place: Place, more: Properties = {}) {
    const ingress = dns(["192.168.0.0/16"]);
    const group = await engine.create("ec2.SecurityGroup", {
        vpcId: place.vpc.id,
        ingress,
        egress: dns(["0.0.0.0/0"]),
    });
    return {
        direction: "INBOUND",
        ipAddresses: place.subnetIds.map((subnetId) => ({ subnetId })),
        securityGroupIds: [group.id],
        ...more,
    } as Properties;
}

/** One member of every address of an endpoint. */
export const entries = (made: Kept, member: string) =>
    read(made.outputs)
        .records("ipAddresses")
        .map((each) => each[member]);
