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

/** DNS servers outside AWS, which a VPN joins to the hub's VPC. */
export const ON_PREMISES = { cidrBlock: "10.200.0.0/16", ipv6CidrBlock: "2001:db8:200::/48" };

/** Two of them that forward to the Resolver endpoints of a VPC that are there by now; none where there are none. */
export function clientsOnPremises({ objects }: World, vpcId: string): Client[] {
    const endpoints = Object.values(objects.resolverEndpoints).filter(
        (each) => each.vpcId === vpcId && each.direction === "INBOUND",
    );
    const asks = Object.values(objects.networkInterfaces)
        .filter(({ ownedBy }) => endpoints.some(({ id }) => id === ownedBy))
        .flatMap(({ privateIp, ipv6Address }) => [privateIp, ipv6Address])
        .filter((address) => address !== "");
    return asks.length === 0
        ? []
        : clientsIn("on premises", { vpcId, ...ON_PREMISES }).map((each) => ({ ...each, asks }));
}

/** Two clients in a VPC: one that reaches public addresses through NAT, and one that reaches none. */
export function clientsIn(
    name: string,
    { vpcId, cidrBlock, ipv6CidrBlock }: Omit<Network, "subnetIds">,
): Client[] {
    const addresses = {
        A: cidrBlock.replace("0.0/16", "0.77"),
        AAAA: ipv6CidrBlock.replace(/::\/\d+$/, "::77"),
    };
    return [
        { name: `${name} with NAT`, vpcId, addresses, hasEgress: true },
        { name: `${name} without egress`, vpcId, addresses, hasEgress: false },
    ];
}
