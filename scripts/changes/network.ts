import { createWorld, memoryStore, Provider, type World } from "../../simulated-aws/index";
import type { Client } from "./clients";

/** The region of all changes. */
export const REGION = "eu-west-1";

/** A VPC with a subnet of both families in each of three zones. */
export interface Network {
    vpcId: string;
    subnetIds: string[];
    cidrBlock: string;
    ipv6CidrBlock: string;
}

/** An account of the same organisation as all others. */
export const ORGANIZATION = "o-a1b2c3d4e5";

/** A world of accounts in one organisation. */
export function worldOf(accounts: string[]): World {
    const members = accounts.map((account) => [account, { organizationId: ORGANIZATION }]);
    return createWorld({ accounts: Object.fromEntries(members) as World["accounts"] });
}

/** Puts a VPC into a world; `prefix` is the first two numbers of its range. */
export async function addNetwork(world: World, account: string, prefix: string): Promise<Network> {
    const provider = new Provider(memoryStore(world), { account, region: REGION, defaultTags: {} });
    const cidrBlock = `${prefix}.0.0/16`;
    const vpc = await provider.create(
        "aws:ec2/vpc:Vpc",
        {
            cidrBlock,
            assignGeneratedIpv6CidrBlock: true,
            enableDnsHostnames: true,
            enableDnsSupport: true,
        },
        false,
    );
    const ipv6CidrBlock = vpc.outputs.ipv6CidrBlock as string;
    const subnetIds: string[] = [];
    for (const [i, zone] of ["a", "b", "c"].entries()) {
        const subnet = {
            vpcId: vpc.id,
            availabilityZone: `${REGION}${zone}`,
            cidrBlock: `${prefix}.${i}.0/24`,
            ipv6CidrBlock: ipv6CidrBlock.replace("00::/56", `0${i}::/64`),
        };
        subnetIds.push((await provider.create("aws:ec2/subnet:Subnet", subnet, false)).id);
    }
    return { vpcId: vpc.id, subnetIds, cidrBlock, ipv6CidrBlock };
}

/** Two clients in a VPC: one that reaches public addresses through NAT, and one that reaches none. */
export function clientsIn(name: string, { vpcId, cidrBlock, ipv6CidrBlock }: Network): Client[] {
    const addresses = {
        A: cidrBlock.replace("0.0/16", "0.77"),
        AAAA: ipv6CidrBlock.replace("::/56", "::77"),
    };
    return [
        { name: `${name} with NAT`, vpcId, addresses, hasEgress: true },
        { name: `${name} without egress`, vpcId, addresses, hasEgress: false },
    ];
}
