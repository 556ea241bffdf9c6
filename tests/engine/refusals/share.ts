import type { Output } from "@pulumi/pulumi";
import { type EksEndpointConnection, EksEndpointShare } from "eks-privatelink";

import { connection as connectionWith } from "../../support/connection";
import { addZone, edited, IDENTITY, later, NO_CHANGE, setOf } from "./changes";
import type { Refused } from "./refusal";

const GUEST = { vpcId: "vpc-0b", accountId: "444455556666" };

/** A share, and every late refusal of it. */
export const ofShare: Refused = {
    program: (ground, change = NO_CHANGE) => {
        const set = setOf(ground, false);
        const connection = set.connection as Output<EksEndpointConnection>;
        new EksEndpointShare("share", { connection, ...change(ground, connection) });
    },
    refusals: {
        "an account that AWS does not tell": IDENTITY,
        "a connection that is not there": {
            change: () => ({ connection: later(undefined) }),
            expected: /^connection: is missing/,
        },
        "a connection of a newer version": {
            change: edited({ schemaVersion: 2 }),
            expected: /^connection\.schemaVersion: is of version 2/,
        },
        "endpoints of another account": {
            change: edited({ accountId: "999900001111" }),
            expected: /^connection\.accountId: the endpoints are in account 999900001111/,
        },
        "endpoints of another region": {
            change: edited({ region: "eu-central-1" }),
            expected: /^connection\.region: the endpoints are in region eu-central-1/,
        },
        "endpoints that have been shared already": {
            change: edited({ hostedZoneIds: { "eks.eu-west-1.amazonaws.com": "Z01" } }),
            expected: /^connection\.hostedZoneIds: another EksEndpointShare/,
        },
        "endpoints with private DNS": {
            change: edited({ privateDnsEnabled: true }),
            expected: /^connection\.privateDnsEnabled: the endpoints have private DNS/,
        },
        "a service without endpoint": {
            change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] }),
            expected: /^services\[3\]: the connection has no endpoint for eks-proxy/,
        },
        "another address family": {
            change: edited({ ipAddressType: "dualstack" }),
            expected: /^ipAddressType: "ipv4" was given or assumed/,
        },
        "a consumer with the hub's own account": {
            change: () => ({
                consumers: { own: { vpcId: "vpc-0c", accountId: "111122223333" } },
            }),
            expected: /^consumers\.own\.accountId: 111122223333 is the hub's own account/,
        },
        "the hub's VPC as a consumer": {
            change: ({ own }) => ({ consumers: { own: { vpcId: later(own.vpcId) } } }),
            expected: /^consumers\.own\.vpcId: \S+ is the VPC of the endpoints/,
        },
        "a VPC that turns out to be none": {
            change: () => ({ consumers: { guest: { ...GUEST, vpcId: later("subnet-1") } } }),
            expected: /^consumers\.guest\.vpcId: "subnet-1" is no ID of a VPC/,
        },
        "a region that turns out to be in another partition": {
            change: () => ({ consumers: { guest: { ...GUEST, region: later("cn-north-1") } } }),
            expected: /^consumers\.guest\.region: cn-north-1 is in partition aws-cn/,
        },
        "an organisation of another partition": {
            change: () => ({
                method: "profile",
                principals: ["arn:aws-cn:organizations::111122223333:organization/o-a1b2c3d4e5"],
            }),
            expected: /^principals\[0\]: .* is of partition aws-cn/,
        },
        "a value that is no connection": {
            change: () => ({ connection: later("vpc-0a") }),
            expected: /^connection: "vpc-0a" was given, which is no connection/,
        },
        "a connection that lacks a field": {
            change: edited({ vpcId: undefined }),
            expected: /^connection\.vpcId: is missing/,
        },
        "endpoints of another partition": {
            change: edited({ partition: "aws-cn" }),
            expected: /^connection\.partition: "aws-cn" was given/,
        },
        "a VPC that turns out to be there twice": {
            change: () => ({
                consumers: { guest: GUEST, twin: { ...GUEST, vpcId: later(GUEST.vpcId) } },
            }),
            expected: /^consumers\.twin\.vpcId: vpc-0b is there as guest already/,
        },
        "a region that turns out to be none": {
            change: () => ({ consumers: { guest: { ...GUEST, region: later("nowhere") } } }),
            expected: /^consumers\.guest\.region: "nowhere"/,
        },
        "a region that turns out to be another than the profile's": {
            change: () => ({
                method: "profile",
                principals: [GUEST.accountId],
                consumers: { guest: { ...GUEST, region: later("eu-central-1") } },
            }),
            expected: /^consumers\.guest\.region: "eu-central-1" was given, but the profile/,
        },
        "a consumer of the hub's account that has a zone of the name": {
            spoil: addZone("eks.eu-west-1.amazonaws.com", "other"),
            change: ({ other }) => ({ consumers: { own: { vpcId: other.vpcId } } }),
            expected: /^consumers\.own\.vpcId: VPC \S+ has the hosted zone eks\.eu-west-1/,
        },
        "a zone of somebody else that has the name": {
            spoil: addZone("eks-proxy.eu-west-1.api.aws", "own"),
            change: ({ own: { vpcId } }) => {
                const { eks } = connectionWith().services;
                const services = { "eks-proxy": eks };
                const changes = { region: "eu-west-1", vpcId, services, hostedZoneIds: {} };
                new EksEndpointShare("second", {
                    connection: connectionWith(changes as never),
                    services: ["eks-proxy"],
                });
                return {};
            },
            expected: /^services\[0\]: VPC \S+ has a hosted zone eks-proxy\.eu-west-1/,
        },
    },
};
