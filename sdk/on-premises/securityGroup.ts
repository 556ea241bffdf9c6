import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";

import type { ChildScope } from "../component/scope";
import { childNames } from "./names";
import type { VerifiedInboundDns } from "./verify";

const DNS_PORT = 53;

/** The group in front of the Resolver endpoint: DNS from the given ranges, nothing out. Its rules are inline because it is wholly owned. */
export function createSecurityGroup(
    { vpcId, admitted, sound }: VerifiedInboundDns,
    { name, parent, region, tags }: ChildScope,
): SecurityGroup {
    const rule = (protocol: string) => ({
        description: `DNS over ${protocol.toUpperCase()} from DNS servers outside AWS`,
        protocol,
        fromPort: DNS_PORT,
        toPort: DNS_PORT,
        ...admitted,
    });
    return new SecurityGroup(
        childNames.securityGroup(name),
        {
            // AWS replaces a group for another description, so it does not carry the name of the component.
            description: "DNS servers that ask for the host names of the EKS endpoints",
            vpcId,
            region,
            // Answers that do not fit into a UDP packet are asked for again over TCP.
            ingress: [rule("tcp"), rule("udp")],
            egress: [],
            tags,
        },
        { parent, dependsOn: sound },
    );
}
