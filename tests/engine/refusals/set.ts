import { output } from "@pulumi/pulumi";
import { EksEndpointSet } from "eks-privatelink";

import {
    addEndpoint,
    changeService,
    dnsOff,
    IDENTITY,
    later,
    NO_CHANGE,
    SUBNET_OF_NOTHING,
    throttle,
    VPC_OF_NOTHING,
} from "./changes";
import type { Refused } from "./refusal";

const OPEN_POLICY = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" }],
});

const OWN_POLICY = JSON.stringify({
    Statement: [
        {
            Effect: "Allow",
            Principal: "*",
            Action: "eks-auth:*",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
        },
    ],
});

/** A set, and every late refusal of it. */
export const ofSet: Refused = {
    program: ({ own: { vpcId, subnetIds }, ...rest }, change = NO_CHANGE) => {
        const network = { vpcId, subnetIds: subnetIds.slice(0, 2) };
        const changes = change({ own: { vpcId, subnetIds }, ...rest }, output({} as never));
        new EksEndpointSet("eks", { ...network, ...changes });
    },
    refusals: {
        "an account that AWS does not tell": IDENTITY,
        "ranges of the VPC that AWS does not tell": {
            spoil: throttle("DescribeVpcs"),
            expected: /^ingress: is missing, and the ranges of the VPC could not be looked up/,
        },
        "DNS attributes of the VPC that are off": {
            spoil: dnsOff("own"),
            expected: /^vpcId: VPC \S+ has enableDnsSupport and enableDnsHostnames off/,
        },
        "a VPC that comes later and is none": {
            change: () => ({ vpcId: later(undefined) }),
            expected: /^vpcId: is missing: what was given turned out to be nothing; give/,
            isAlone: true,
        },
        "a subnet that is not there": {
            change: ({ own }) => ({ subnetIds: [own.subnetIds[0], SUBNET_OF_NOTHING] }),
            expected: /^subnetIds\[1\]: AWS finds no such subnet here/,
        },
        "a subnet of another VPC": {
            change: ({ own, other }) => ({ subnetIds: [own.subnetIds[0], other.subnetIds[1]] }),
            expected: /^subnetIds\[1\]: subnet \S+ is in VPC \S+, not in/,
        },
        "two subnets of a zone": {
            change: ({ own }) => ({ subnetIds: [own.subnetIds[0], own.subnetIds[2]] }),
            expected: /^subnetIds\[1\]: subnet \S+ is in zone eu-west-1a, which already has/,
        },
        "subnets that come later and are none": {
            change: () => ({ subnetIds: later([]) }),
            expected: /^subnetIds: is empty/,
        },
        "subnets that come later and are nothing": {
            change: () => ({ subnetIds: later(undefined) }),
            expected:
                /^subnetIds: is missing: what was given turned out to be nothing; give a list/,
            isAlone: true,
        },
        "subnets that come later and are nothing, which AWS is not asked about": {
            change: () => ({
                subnetIds: later(undefined),
                verify: false,
                securityGroupIds: ["sg-0123"],
            }),
            expected:
                /^subnetIds: is missing: what was given turned out to be nothing; give a list/,
            isAlone: true,
        },
        "groups that come later and are nothing": {
            change: () => ({ securityGroupIds: later(undefined) }),
            expected: /^securityGroupIds: is missing: what was given turned out to be nothing/,
            isAlone: true,
        },
        "groups that come later and are none, for which AWS takes the default one": {
            change: () => ({ securityGroupIds: later([]) }),
            expected: /^securityGroupIds: is empty, and then AWS attaches the VPC's default group/,
            isAlone: true,
        },
        "a group that comes later and is nothing": {
            change: () => ({ securityGroupIds: ["sg-0123", later(undefined)] }),
            expected: /^securityGroupIds\[1\]: is missing: what was given turned out to be nothing/,
            isAlone: true,
        },
        "groups of clients that come later and are nothing": {
            change: () => ({ ingress: { sourceSecurityGroupIds: later(undefined) } }),
            expected: /^ingress\.sourceSecurityGroupIds: is missing: what was given turned out/,
            isAlone: true,
        },
        "prefix lists that come later and are no list": {
            change: () => ({ ingress: { prefixListIds: later("pl-0123") } }),
            expected: /^ingress\.prefixListIds: "pl-0123" was given; give a list/,
            isAlone: true,
        },
        "tags that come later and are none": {
            change: () => ({ tags: later("team") }),
            expected: /^tags: "team" was given; give an object with named values/,
            isAlone: true,
        },
        "a flow log that is there already, that comes later and is nothing": {
            change: () => ({ flowLogs: { existingFlowLogId: later(undefined) } }),
            expected: /^flowLogs\.existingFlowLogId: is missing: what was given turned out to be/,
            isAlone: true,
        },
        "a zone that a service no longer serves": {
            spoil: changeService("eks-auth", { availabilityZones: ["eu-west-1a"] }),
            expected: /^subnetIds\[1\]: eks-auth does not serve zone eu-west-1b/,
        },
        "an address family that a service no longer has": {
            spoil: changeService("oidc-eks", { ipAddressTypes: ["ipv6"] }),
            expected: /^services\[2\]: oidc-eks .* needs ipv4/,
        },
        "a service that the region does not offer": {
            change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-fips"] }),
            expected: /^services\[3\]: region eu-west-1 offers no endpoint for eks-fips/,
        },
        "actions for a service that turns out to take no policy": {
            spoil: changeService("eks-auth", { policySupported: false }),
            change: () => ({
                endpointPolicy: {
                    actions: { "eks-auth": ["eks-auth:AssumeRoleForPodIdentity"] },
                },
            }),
            expected: /^endpointPolicy\.actions\.eks-auth: eks-auth takes no endpoint policy/,
        },
        "an account that comes later and is none": {
            change: () => ({ endpointPolicy: { accountIds: later(["1234"]) } }),
            expected: /^endpointPolicy\.accountIds\[0\]: "1234" is not an account ID/,
        },
        "a policy that comes later and lets everybody in": {
            change: () => ({ policyDocuments: { eks: later(OPEN_POLICY) } }),
            expected: /^policyDocuments\.eks\.Statement\[0\]: admits principals of any account/,
        },
        "a range that comes later and is the whole internet": {
            change: () => ({ ingress: { cidrBlocks: later(["0.0.0.0/0"]) } }),
            expected: /^ingress\.cidrBlocks\[0\]: 0\.0\.0\.0\/0 admits the whole IPv4 internet/,
        },
        "a VPC that is not there": {
            change: () => ({ vpcId: later(VPC_OF_NOTHING) }),
            expected: /^vpcId: AWS finds no such VPC here/,
        },
        "a key of the log that comes later and is none": {
            change: () => ({ flowLogs: { kmsKeyId: later("alias/logs") } }),
            expected: /^flowLogs\.kmsKeyId: /,
        },
        "a log destination that comes later and is of another kind": {
            change: () => ({ flowLogs: { destinationArn: later("arn:aws:s3:::logs") } }),
            expected: /^flowLogs\.destinationArn: "arn:aws:s3:::logs" is not the ARN of a log/,
        },
        "a delivery stream of another account": {
            change: () => ({
                flowLogs: {
                    destination: "kinesis-data-firehose",
                    destinationArn: "arn:aws:firehose:eu-west-1:444455556666:deliverystream/logs",
                },
            }),
            expected: /^flowLogs\.destinationArn: is a stream of account 444455556666, and /,
        },
        "a VPC that comes later and is spelt as none": {
            change: () => ({ vpcId: later("subnet-1") }),
            expected: /^vpcId: "subnet-1" is no ID of a VPC/,
            isAlone: true,
        },
        "a subnet without addresses of a family": {
            change: () => ({ ipAddressType: "dualstack" }),
            expected:
                /^subnetIds\[0\]: subnet \S+ has IPv4 addresses only, but ipAddressType "dualstack"/,
        },
        "subnets of which none is in a zone that a service serves": {
            spoil: changeService("eks-auth", { availabilityZones: ["eu-west-1c"] }),
            change: () => ({ subnetSelection: "supportedZones" }),
            expected: /^subnetIds: no subnet is in a zone that eks-auth serves/,
        },
        "a document that comes later, for a service that turns out to take no policy": {
            spoil: changeService("eks-auth", { policySupported: false }),
            change: () => ({ policyDocuments: { "eks-auth": later(OWN_POLICY) } }),
            expected: /^policyDocuments\.eks-auth: eks-auth takes no endpoint policy/,
        },
        "an endpoint of somebody else that has the name": {
            spoil: addEndpoint("eks-proxy", "own"),
            change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] }),
            expected: /^services\[3\]: VPC \S+ has an endpoint for eks-proxy already/,
        },
        "names that another set of the stack has": {
            change: ({ own: { vpcId, subnetIds } }) => {
                const network = { vpcId, subnetIds: subnetIds.slice(0, 2) };
                new EksEndpointSet("second", { ...network, flowLogs: { enabled: false } });
                return {};
            },
            expected: /^services\[0\]: eks has an endpoint with private DNS in VPC \S+ by now/,
        },
    },
};
