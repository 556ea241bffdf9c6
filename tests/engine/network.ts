import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import { Output } from "@pulumi/pulumi";
import { Engine, Inputs, REGION } from "./support";

/** A VPC with one subnet in each of its zones. */
export interface NetworkOptions {
    /** First two numbers of the /16 range. Defaults to `10.20`. */
    prefix?: string;
    /** Letters of the zones. Defaults to `a` and `b`. */
    zones?: string[];
    hasIpv6?: boolean;
    region?: string;
    account?: string;
    vpc?: { enableDnsSupport?: boolean; enableDnsHostnames?: boolean };
}

/** A network that the program itself creates. */
export function createNetwork(name: string, options: NetworkOptions = {}) {
    const { prefix = "10.20", zones = ["a", "b"], hasIpv6 = false, region = REGION } = options;
    const vpc = new Vpc(name, { ...vpcArgs(prefix, hasIpv6), ...options.vpc });
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

/** A network that is there before any program runs. */
export async function existingNetwork(engine: Engine, options: NetworkOptions = {}) {
    const { prefix = "10.20", zones = ["a", "b"], hasIpv6 = false, region = REGION } = options;
    const make = (type: string, inputs: Inputs) =>
        engine.make(type, inputs, options.account, region);
    const vpc = await make("aws:ec2/vpc:Vpc", { ...vpcArgs(prefix, hasIpv6), ...options.vpc });
    const subnetIds: string[] = [];
    for (const [i, zone] of zones.entries()) {
        const subnet = await make("aws:ec2/subnet:Subnet", {
            vpcId: vpc.id,
            availabilityZone: `${region}${zone}`,
            cidrBlock: `${prefix}.${i}.0/24`,
            ...(hasIpv6 ? { ipv6CidrBlock: ipv6Range(vpc.ipv6CidrBlock, i) } : {}),
        });
        subnetIds.push(subnet.id);
    }
    return { vpcId: vpc.id, subnetIds };
}

function vpcArgs(prefix: string, hasIpv6: boolean) {
    return {
        cidrBlock: `${prefix}.0.0/16`,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        ...(hasIpv6 ? { assignGeneratedIpv6CidrBlock: true } : {}),
    };
}

/** The n-th /64 of a VPC's /56. */
function ipv6Range(vpcRange: string, n: number): string {
    return vpcRange.replace("00::/56", `0${n}::/64`);
}
