import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import type { Output } from "@pulumi/pulumi";

import { fileStore } from "../../simulated-aws/index";
import {
    addNetwork,
    ipv6Range,
    type Network,
    type NetworkOptions,
    vpcInputs,
} from "../support/network";
import { type Engine, REGION } from "./support";

/** First two numbers of a range where a test names none. */
const PREFIX = "10.20";

/** A network that the program itself creates. */
export function createNetwork(name: string, options: NetworkOptions = {}) {
    const { prefix = PREFIX, zones = ["a", "b"], hasIpv6 = false, region = REGION } = options;
    const vpc = new Vpc(name, { ...vpcInputs(prefix, hasIpv6), ...options.vpc });
    const subnets = zones.map(
        (zone, i) =>
            new Subnet(`${name}-${zone}`, {
                vpcId: vpc.id,
                availabilityZone: `${region}${zone}`,
                cidrBlock: `${prefix}.${i}.0/24`,
                ...(hasIpv6
                    ? { ipv6CidrBlock: vpc.ipv6CidrBlock.apply((block) => ipv6Range(block, i)) }
                    : {}),
            }),
    );
    return { vpc, vpcId: vpc.id, subnetIds: subnets.map(({ id }): Output<string> => id) };
}

/** A network that is there before any program runs; in the engine tests' region unless one is named. */
export async function existingNetwork(
    engine: Engine,
    options: NetworkOptions = {},
): Promise<Pick<Network, "vpcId" | "subnetIds">> {
    const place = { prefix: PREFIX, region: REGION, ...options };
    const { vpcId, subnetIds } = await addNetwork(fileStore(engine.home.worldPath), place);
    return { vpcId, subnetIds };
}
