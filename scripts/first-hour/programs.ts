/** A program, as its Pulumi.yaml. */
export interface YamlProgram {
    name: string;
    runtime: string;
    packages?: { [name: string]: string };
    resources?: { [name: string]: object };
    outputs?: { [name: string]: string };
}

/** An empty program, to which packages are added. */
export const EMPTY: YamlProgram = { name: "first-hour", runtime: "yaml" };

const HOST_NAME = "eks.eu-west-1.amazonaws.com";

/** What the outputs of a program with a set of endpoints say. */
export const HAS_HOST_NAMES = new RegExp(HOST_NAME.replaceAll(".", "\\."));

/** A network with a set of endpoints in it, by the package in a folder. Defaults to one that is still to be added. */
export function setProgram(plugin?: string): YamlProgram {
    const subnet = (zone: string, cidrBlock: string) => ({
        type: "aws:ec2:Subnet",
        properties: {
            vpcId: "${network.id}",
            cidrBlock,
            availabilityZone: `eu-west-1${zone}`,
        },
    });
    return {
        ...EMPTY,
        ...(plugin === undefined ? {} : { packages: { "eks-privatelink": plugin } }),
        resources: {
            network: {
                type: "aws:ec2:Vpc",
                properties: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true },
            },
            a: subnet("a", "10.0.0.0/24"),
            b: subnet("b", "10.0.1.0/24"),
            eks: {
                type: "eks-privatelink:index:EksEndpointSet",
                properties: { vpcId: "${network.id}", subnetIds: ["${a.id}", "${b.id}"] },
            },
        },
        outputs: { hostNames: "${eks.hostNames}" },
    };
}

/** A VPC, and an endpoint in it with mistakes that the pack finds in every preview. */
export const UNSAFE: YamlProgram = {
    ...EMPTY,
    resources: {
        network: { type: "aws:ec2:Vpc", properties: { cidrBlock: "10.0.0.0/16" } },
        eks: {
            type: "aws:ec2:VpcEndpoint",
            properties: {
                vpcId: "${network.id}",
                serviceName: "com.amazonaws.eu-west-1.eks",
                vpcEndpointType: "Interface",
            },
        },
    },
};

/** What the pack says about it. */
export const STOPS_UNSAFE = /\[mandatory\] .* endpoint-policy-required/;
