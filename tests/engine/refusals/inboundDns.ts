import type { Output } from "@pulumi/pulumi";
import { type EksEndpointConnection, EksInboundDns } from "eks-privatelink";

import { dnsOff, edited, IDENTITY, later, NO_CHANGE, setOf, SUBNET_OF_NOTHING } from "./changes";
import type { Refused } from "./refusal";

/** Inbound DNS, and every late refusal of it. */
export const ofInboundDns: Refused = {
    program: (ground, change = NO_CHANGE) => {
        const { own } = ground;
        const connection = setOf(ground, true).connection as Output<EksEndpointConnection>;
        new EksInboundDns("dns", {
            vpcId: own.vpcId,
            subnetIds: own.subnetIds.slice(0, 2),
            connection,
            ingress: { cidrBlocks: ["192.168.0.0/16"] },
            ...change(ground, connection),
        });
    },
    refusals: {
        "an account that AWS does not tell": IDENTITY,
        "a connection that is not there": {
            change: () => ({ connection: later(undefined) }),
            expected: /^connection: is missing/,
        },
        "endpoints of another region": {
            change: edited({ region: "eu-central-1" }),
            expected: /^connection\.region: the endpoints are in eu-central-1/,
        },
        "endpoints that no name leads to": {
            change: edited({ privateDnsEnabled: false }),
            expected: /^connection: has no host names that resolve in a VPC/,
        },
        "a VPC that does not see the names": {
            change: ({ other }) => other,
            expected: /^vpcId: VPC \S+ does not answer for the host names/,
        },
        "DNS attributes of the VPC that are off": {
            spoil: dnsOff("own"),
            expected: /vpcId: VPC \S+ has enableDnsSupport and enableDnsHostnames off/,
        },
        "subnets in one zone": {
            change: ({ own }) => ({ subnetIds: [own.subnetIds[0], own.subnetIds[2]] }),
            expected: /^subnetIds: all subnets are in zone eu-west-1a/,
        },
        "a subnet that is not there": {
            change: ({ own }) => ({ subnetIds: [own.subnetIds[0], SUBNET_OF_NOTHING] }),
            expected: /^subnetIds\[1\]: AWS finds no such subnet here/,
        },
        "too few subnets that come later": {
            change: ({ own }) => ({ subnetIds: later(own.subnetIds.slice(0, 1)) }),
            expected: /^subnetIds: has one subnet/,
        },
        "a range that comes later and is the whole internet": {
            change: () => ({ ingress: { cidrBlocks: later(["0.0.0.0/0"]) } }),
            expected: /^ingress\.cidrBlocks\[0\]: 0\.0\.0\.0\/0 admits the whole IPv4 internet/,
        },
        "a name in the connection that is none": {
            change: edited({ hostedZoneIds: { "eks eu-west-1": "Z0123456789" } }),
            expected: /^connection.*"eks eu-west-1"/,
        },
        "a VPC that comes later and is none": {
            change: () => ({ vpcId: later(undefined) }),
            expected: /^vpcId: is missing/m,
            isAlone: true,
        },
        "a VPC that comes later and is spelt as none": {
            change: () => ({ vpcId: later("subnet-1") }),
            expected: /^vpcId: "subnet-1" is no ID of a VPC/m,
            isAlone: true,
        },
        "a subnet of another VPC": {
            change: ({ own, other }) => ({ subnetIds: [own.subnetIds[0], other.subnetIds[1]] }),
            expected: /^subnetIds\[1\]: subnet \S+ is in VPC \S+, not in/,
        },
        "a subnet without addresses of a family": {
            change: () => ({
                ipAddressType: "dualstack",
                ingress: { cidrBlocks: ["192.168.0.0/16"], ipv6CidrBlocks: ["2001:db8::/32"] },
            }),
            expected: /^subnetIds\[0\]: subnet \S+ has no IPv6 addresses/,
        },
    },
};
