import { output } from "@pulumi/pulumi";
import { type EksEndpointSetArgs, IpAddressType, SubnetSelection } from "eks-privatelink";

import { existingNetwork } from "./network";
import type { Engine } from "./support";

const OPEN_POLICY = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" }],
});

/** What is said of the region `nonsense`. */
export const NO_REGION =
    'region: "nonsense" has the form of no AWS region; write it as AWS does, for example eu-central-1';

/** Arguments that only AWS, or a value that comes later, shows to be wrong, and the text of the error. */
export const LATE_PROBLEMS: {
    title: string;
    prepare: (engine: Engine) => Promise<{ args: EksEndpointSetArgs; expected: string | RegExp }>;
    /** Children that hang on the check, where they are not all the endpoints. */
    missing?: string[];
}[] = [
    {
        title: "a VPC with its DNS attributes off",
        prepare: async (engine) => {
            const vpc = { enableDnsSupport: false, enableDnsHostnames: false };
            const args = await existingNetwork(engine, { vpc });
            return {
                args,
                expected:
                    `vpcId: VPC ${args.vpcId} has enableDnsSupport and enableDnsHostnames off, and private DNS ` +
                    "works only with both enableDnsSupport and enableDnsHostnames; turn them on, or set privateDnsEnabled: false",
            };
        },
    },
    {
        title: "a subnet of another VPC",
        prepare: async (engine) => {
            const { vpcId, subnetIds } = await existingNetwork(engine);
            const other = await existingNetwork(engine, { prefix: "10.30", zones: ["b"] });
            const args = { vpcId, subnetIds: [subnetIds[0] ?? "", ...other.subnetIds] };
            return {
                args,
                expected:
                    `subnetIds[1]: subnet ${args.subnetIds[1]} is in VPC ${other.vpcId}, not in ${vpcId}; ` +
                    "give subnets of that VPC",
            };
        },
    },
    {
        title: "two subnets in one zone",
        prepare: async (engine) => {
            const args = await existingNetwork(engine, { zones: ["a", "a"] });
            const [first, second] = args.subnetIds;
            return {
                args,
                expected:
                    `subnetIds[1]: subnet ${second} is in zone eu-west-1a, which already has ${first}, ` +
                    'and an endpoint takes one subnet a zone; leave it out, or set subnetSelection: "supportedZones"',
            };
        },
    },
    {
        title: "a zone that a service does not serve",
        prepare: async (engine) => {
            changeService(engine, "eks-auth", { availabilityZones: ["eu-west-1a", "eu-west-1c"] });
            const args = await existingNetwork(engine);
            return {
                args,
                expected:
                    `subnetIds[1]: eks-auth does not serve zone eu-west-1b of subnet ${args.subnetIds[1]}, only ` +
                    'eu-west-1a, eu-west-1c; leave it out, or set subnetSelection: "supportedZones"',
            };
        },
    },
    {
        title: "no subnet left in a zone that a service serves",
        prepare: async (engine) => {
            changeService(engine, "eks-auth", { availabilityZones: ["eu-west-1c"] });
            const network = await existingNetwork(engine, { zones: ["a"] });
            return {
                args: { ...network, subnetSelection: SubnetSelection.SupportedZones },
                expected:
                    "subnetIds: no subnet is in a zone that eks-auth serves; eks-auth does not serve zone " +
                    `eu-west-1a of subnet ${network.subnetIds[0]}, only eu-west-1c`,
            };
        },
    },
    {
        title: "a subnet without IPv6 for dual-stack endpoints",
        prepare: async (engine) => {
            const network = await existingNetwork(engine, { zones: ["a"] });
            return {
                args: { ...network, ipAddressType: IpAddressType.Dualstack },
                expected:
                    `subnetIds[0]: subnet ${network.subnetIds[0]} has IPv4 addresses only, but ipAddressType ` +
                    '"dualstack" needs both IPv4 and IPv6 addresses; choose another subnet, give this one the ' +
                    "missing range, or change ipAddressType",
            };
        },
    },
    {
        title: "a service with IPv4 only for dual-stack endpoints",
        prepare: async (engine) => {
            changeService(engine, "oidc-eks", { ipAddressTypes: ["ipv4"] });
            const network = await existingNetwork(engine, { hasIpv6: true });
            return {
                args: { ...network, ipAddressType: IpAddressType.Dualstack },
                expected:
                    "services[2]: oidc-eks (com.amazonaws.eu-west-1.oidc-eks) supports ipv4 here, but " +
                    'ipAddressType "dualstack" needs ipv6; change ipAddressType or services',
            };
        },
    },
    {
        title: "a policy document that comes later and lets everybody in",
        prepare: async (engine) => ({
            args: {
                ...(await existingNetwork(engine)),
                policyDocuments: { eks: output(OPEN_POLICY) },
            },
            expected: /^policyDocuments\.eks\.Statement\[0\]: admits principals of any account/,
        }),
        missing: ["eks-eks"],
    },
    {
        title: "a policy document that comes later and is not JSON",
        prepare: async (engine) => ({
            args: { ...(await existingNetwork(engine)), policyDocuments: { eks: output("{") } },
            expected: /^policyDocuments\.eks: is not JSON \(.*\); write one JSON object$/,
        }),
        missing: ["eks-eks"],
    },
    {
        title: "a range that comes later and is the whole internet",
        prepare: async (engine) => ({
            args: {
                ...(await existingNetwork(engine)),
                ingress: { cidrBlocks: output(["10.20.0.0/16", "0.0.0.0/0"]) },
            },
            expected:
                "ingress.cidrBlocks[1]: 0.0.0.0/0 admits the whole IPv4 internet; " +
                "admit the ranges of your own networks instead",
        }),
    },
    {
        title: "actions for a service that turns out to take no policy",
        prepare: async (engine) => {
            changeService(engine, "eks-auth", { policySupported: false });
            return {
                args: {
                    ...(await existingNetwork(engine)),
                    endpointPolicy: {
                        actions: { "eks-auth": ["eks-auth:AssumeRoleForPodIdentity"] },
                    },
                },
                expected:
                    "endpointPolicy.actions.eks-auth: eks-auth takes no endpoint policy but full access; " +
                    "remove this, and keep clients out with the security group",
            };
        },
        missing: ["eks-eks-auth"],
    },
    {
        title: "an account that comes later and is none",
        prepare: async (engine) => ({
            args: {
                ...(await existingNetwork(engine)),
                endpointPolicy: { accountIds: output(["1234"]) },
            },
            expected: 'endpointPolicy.accountIds[0]: "1234" is not an account ID: twelve digits',
        }),
        missing: ["eks-eks", "eks-eks-auth"],
    },
    {
        title: "a region that comes later and is none",
        prepare: async (engine) => ({
            args: { ...(await existingNetwork(engine)), region: output("nonsense") },
            expected: NO_REGION,
        }),
        missing: ["eks-clients", "eks-eks", "eks-flow-log", "eks-flow-log-group"],
    },
    {
        title: "a key of the flow log that comes later and is no ARN",
        prepare: async (engine) => ({
            args: {
                ...(await existingNetwork(engine)),
                flowLogs: { kmsKeyId: output("1234abcd") },
            },
            expected:
                'flowLogs.kmsKeyId: "1234abcd" is not the ARN of a KMS key; give the ARN of a customer managed key, ' +
                "arn:aws:kms:<region>:<account>:key/<id>, and neither an ID nor an alias",
        }),
        missing: ["eks-flow-log-group"],
    },
];

/** Makes a service of the region differ from what is usual. */
export function changeService(engine: Engine, service: string, change: object): void {
    engine.change((world) => {
        world.endpointServices = {
            "eu-west-1": { [`com.amazonaws.eu-west-1.${service}`]: change },
        };
    });
}
