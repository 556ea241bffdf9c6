import {
    createWorld,
    DEFAULT_ACCOUNT,
    memoryStore,
    Provider,
    type World,
    type WorldStore,
} from "../../simulated-aws/index";

/** A VPC with one subnet in each of its zones. */
export interface NetworkOptions {
    /** Account that owns it. Defaults to the default account. */
    account?: string;
    /** Defaults to `eu-central-1`. */
    region?: string;
    /** First two numbers of the /16 range. Defaults to `10.0`. */
    prefix?: string;
    /** Letters of the zones. Defaults to `a` and `b`. */
    zones?: string[];
    hasIpv6?: boolean;
    /** DNS attributes of the VPC that are not on. */
    vpc?: { enableDnsSupport?: boolean; enableDnsHostnames?: boolean };
}

/** A network that was there before the program. */
export interface Network {
    vpcId: string;
    subnetIds: string[];
    cidrBlock: string;
}

/** Puts a network into a world. */
export async function addNetwork(
    store: WorldStore,
    { account = DEFAULT_ACCOUNT, region = "eu-central-1", ...options }: NetworkOptions = {},
): Promise<Network> {
    const { prefix = "10.0", zones = ["a", "b"], hasIpv6 = false } = options;
    const provider = new Provider(store, { account, region, defaultTags: {} });
    const inputs = { ...vpcInputs(prefix, hasIpv6), ...options.vpc };
    const vpc = await provider.create("aws:ec2/vpc:Vpc", inputs, false);
    const subnetIds: string[] = [];
    for (const [i, zone] of zones.entries()) {
        const subnet = {
            vpcId: vpc.id,
            availabilityZone: `${region}${zone}`,
            cidrBlock: `${prefix}.${i}.0/24`,
            ...(hasIpv6
                ? { ipv6CidrBlock: ipv6Range(vpc.outputs.ipv6CidrBlock as string, i) }
                : {}),
        };
        subnetIds.push((await provider.create("aws:ec2/subnet:Subnet", subnet, false)).id);
    }
    return { vpcId: vpc.id, subnetIds, cidrBlock: inputs.cidrBlock };
}

/** Puts a network into a world in memory, a fresh one unless one is given. */
export async function createNetwork({
    world = createWorld(),
    ...options
}: NetworkOptions & { world?: World } = {}): Promise<Network & { world: World }> {
    return { world, ...(await addNetwork(memoryStore(world), options)) };
}

/** Properties of a VPC with a /16 range, both DNS attributes, and a /56 where it has IPv6. */
export function vpcInputs(prefix: string, hasIpv6: boolean) {
    return {
        cidrBlock: `${prefix}.0.0/16`,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        ...(hasIpv6 ? { assignGeneratedIpv6CidrBlock: true } : {}),
    };
}

/** The n-th /64 of a VPC's /56. */
export function ipv6Range(vpcRange: string, n: number): string {
    return vpcRange.replace("00::/56", `0${n}::/64`);
}

/** Puts a security group without rules into a VPC of a world, and tells its ID. */
export async function createSecurityGroup(world: World, vpcId: string): Promise<string> {
    const config = { account: DEFAULT_ACCOUNT, region: "eu-central-1", defaultTags: {} };
    const inputs = { vpcId, name: "own", description: "own" };
    const token = "aws:ec2/securityGroup:SecurityGroup";
    return (await new Provider(memoryStore(world), config).create(token, inputs, false)).id;
}
