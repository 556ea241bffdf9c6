import { type Output, StackReference } from "@pulumi/pulumi";
import { type EksEndpointConnection, EksEndpointConsumer } from "eks-privatelink";

import {
    addEndpoint,
    addZone,
    dnsOff,
    edited,
    IDENTITY,
    later,
    NO_CHANGE,
    VPC_OF_NOTHING,
} from "./changes";
import type { Refusal, Refused } from "./refusal";

/** Adds a consumer for a VPC that the hub does not list, which has nothing of the names yet. */
const joinOther: Refusal["change"] = ({ other }, connection) => {
    new EksEndpointConsumer("second", { connection, vpcId: other.vpcId });
    return {};
};

/** A consumer, and every late refusal of it. */
export const ofConsumer: Refused = {
    program: (ground, change = NO_CHANGE) => {
        const connection = new StackReference(ground.hub).getOutput("connection");
        const changes = change(ground, connection as Output<EksEndpointConnection>);
        new EksEndpointConsumer("eks", { connection, vpcId: ground.own.vpcId, ...changes });
    },
    refusals: {
        "an account that AWS does not tell": IDENTITY,
        "DNS attributes of the VPC that are off": {
            spoil: dnsOff("own"),
            expected: /^vpcId: VPC \S+ has enableDnsSupport and enableDnsHostnames off/,
        },
        "an output that is not there": {
            change: ({ hub }) => ({
                connection: new StackReference("again", { name: hub }).getOutput("conection"),
            }),
            expected: /^connection: is missing: stack organization\/\S+hub has no such output/,
        },
        "a range that the hub has dropped": {
            change: edited({
                admitted: {
                    cidrBlocks: ["10.99.0.0/16"],
                    ipv6CidrBlocks: [],
                    prefixListIds: [],
                    securityGroupIds: [],
                },
            }),
            expected: /^connection\.admitted\.cidrBlocks: \S+ of VPC \S+ is not admitted/,
        },
        "an account that the policies have dropped": {
            change: edited({
                perimeter: {
                    organizationIds: [],
                    organizationPaths: [],
                    accountIds: ["111122223333"],
                },
            }),
            expected: /^connection\.perimeter: the endpoint policies do not let account/,
        },
        "a VPC that the hub has dropped": {
            change: edited({ consumers: {} }),
            expected: /^connection\.consumers: VPC \S+ of account \S+ is not among them/,
        },
        "endpoints of another region": {
            change: edited({ region: "eu-central-1" }),
            expected:
                /^connection\.region: the endpoints of stack \S+ answer for region eu-central-1/,
        },
        "endpoints of another partition": {
            change: edited({ partition: "aws-cn" }),
            expected: /^connection\.partition: the endpoints of stack \S+ are in partition aws-cn/,
        },
        "zones that the hub no longer has": {
            change: edited({ hostedZoneIds: {} }),
            expected: /^connection\.hostedZoneIds: is empty/,
        },
        "a profile that the hub does not have": {
            change: () => ({ method: "profile" }),
            expected: /^method: "profile" was given, and stack \S+ has no Route 53 Profile/,
        },
        "a service that the hub does not share": {
            change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] }),
            expected: /^services\[3\]: stack \S+ does not share eks-proxy/,
        },
        "a VPC that is not there": {
            change: () => ({ vpcId: later(VPC_OF_NOTHING) }),
            expected: /^vpcId: AWS finds no such VPC here/m,
            isAlone: true,
        },
        "a VPC from an output that is not there": {
            change: ({ hub }) => ({
                vpcId: new StackReference("network", { name: hub }).getOutput("vpcID"),
            }),
            expected:
                /^vpcId: is missing: stack reference network has no such output; export it there and run pulumi up; give a string that is not empty$/,
            isAlone: true,
        },
        "a VPC that comes later and is spelt as none": {
            change: () => ({ vpcId: later("subnet-1") }),
            expected: /^vpcId: "subnet-1" is no ID of a VPC/m,
            isAlone: true,
        },
        "a value that is no connection": {
            change: () => ({ connection: later("vpc-0a") }),
            expected: /^connection: "vpc-0a" was given, which is no connection/,
        },
        "a VPC that the hub lists for another account": {
            change: (ground, connection) => ({
                connection: connection.apply(({ consumers: { orders } = {}, ...known }) => ({
                    ...known,
                    consumers: { orders: { ...orders, accountId: "444455556666" } },
                })),
            }),
            expected:
                /^connection\.consumers\.orders\.accountId: VPC \S+ is there with account 444455556666/,
        },
        "the VPC of the endpoints, in another account": {
            change: ({ own, ...rest }, connection) =>
                edited({ vpcId: own.vpcId })?.({ own, ...rest }, connection) ?? {},
            expected: /^vpcId: VPC \S+ is that of the endpoints of/,
        },
        "a VPC of the hub's own account": {
            change: edited({ accountId: "222233334444" }),
            expected: /^vpcId: VPC \S+ is in the hub's own account and there as consumers\.orders/,
        },
        "a profile that is not shared with the account": {
            change: (ground, connection) => ({
                ...edited({ profileId: "rp-0123456789abcdef", principals: ["999900001111"] })?.(
                    ground,
                    connection,
                ),
                method: "profile",
            }),
            expected: /^connection\.principals: account 222233334444 is not among them/m,
        },
        "a service of which the hub has a part of the names": {
            change: (ground, connection) => ({
                connection: connection.apply(({ hostedZoneIds, ...known }) => ({
                    ...known,
                    hostedZoneIds: Object.fromEntries(
                        Object.entries(hostedZoneIds).filter(
                            ([name]) => name !== "eks.eu-west-1.api.aws",
                        ),
                    ),
                })),
            }),
            expected: /^services\[0\]: stack \S+ shares eks without eks\.eu-west-1\.api\.aws/,
        },
        "services whose zones hide a name that is left out": {
            change: () => ({ services: ["eks", "eks-auth"] }),
            expected: /^services: the zones of these services hide oidc\.eks\.eu-west-1/,
        },
        "endpoints without an address family of the VPC": {
            change: edited({ ipAddressType: "ipv6" }),
            expected:
                /^connection\.ipAddressType: the endpoints of \S+ \S+ have IPv6 addresses only/m,
        },
        "a VPC that has a zone of the name": {
            spoil: addZone("eks.eu-west-1.amazonaws.com", "other"),
            change: joinOther,
            expected: /^vpcId: VPC \S+ has a hosted zone eks\.eu-west-1\.amazonaws\.com already/m,
        },
        "a VPC that has an endpoint with the name": {
            spoil: addEndpoint("eks", "other"),
            change: joinOther,
            expected: /^vpcId: VPC \S+ has an endpoint for eks with private DNS of its own/m,
        },
        "a VPC that another consumer of the program has": {
            change: ({ own }, connection) => {
                new EksEndpointConsumer("second", { connection, vpcId: own.vpcId });
                return {};
            },
            expected: /^vpcId: VPC \S+ already has EksEndpointConsumer "(eks|second)"/,
        },
    },
};
