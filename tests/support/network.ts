import { createWorld, memoryStore, Provider, World } from "../simulated-aws";

/** What a network starts with. */
export interface NetworkOptions {
    region?: string;
    ipv6?: boolean;
    zones?: string[];
    dns?: boolean;
    world?: World;
}

/** A network that was there before the program. */
export interface Network {
    world: World;
    vpcId: string;
    subnetIds: string[];
    cidrBlock: string;
}

/** Puts a VPC with one subnet a zone into a world. */
export async function createNetwork(options: NetworkOptions = {}): Promise<Network> {
    const { region = "eu-central-1", ipv6 = false, zones = ["a", "b"], dns = true } = options;
    const { world = createWorld() } = options;
    const provider = providerOf(world, region);
    const cidrBlock = "10.0.0.0/16";
    const vpc = await provider.create(
        "aws:ec2/vpc:Vpc",
        {
            cidrBlock,
            enableDnsHostnames: dns,
            enableDnsSupport: dns,
            assignGeneratedIpv6CidrBlock: ipv6,
        },
        false,
    );
    const ipv6Block = vpc.outputs.ipv6CidrBlock as string;
    const subnetIds: string[] = [];
    for (const [i, zone] of zones.entries()) {
        const subnet = await provider.create(
            "aws:ec2/subnet:Subnet",
            {
                vpcId: vpc.id,
                availabilityZone: `${region}${zone}`,
                cidrBlock: `10.0.${i}.0/24`,
                ...(ipv6 ? { ipv6CidrBlock: ipv6Block.replace("00::/56", `0${i}::/64`) } : {}),
            },
            false,
        );
        subnetIds.push(subnet.id);
    }
    return { world, vpcId: vpc.id, subnetIds, cidrBlock };
}

/** Puts a security group without rules into a VPC of a world, and tells its ID. */
export async function createSecurityGroup(world: World, vpcId: string): Promise<string> {
    const inputs = { vpcId, name: "own", description: "own" };
    const token = "aws:ec2/securityGroup:SecurityGroup";
    return (await providerOf(world, "eu-central-1").create(token, inputs, false)).id;
}

function providerOf(world: World, region: string): Provider {
    return new Provider(memoryStore(world), { account: "111122223333", region, defaultTags: {} });
}
