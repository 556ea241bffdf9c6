import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { output } from "@pulumi/pulumi";
import { EksEndpointShare, type EksEndpointShareArgs } from "eks-privatelink";

import { connection } from "../support/connection";
import { existingNetwork } from "./network";
import { idsIn, useEngine } from "./support";
import type { TestStack } from "./testStack";

const SDK = path.join(__dirname, "..", "..", "sdk");
const HUB_STACK = "stack acme/network/hub";
const GUEST = { vpcId: "vpc-0b", accountId: "444455556666" };

/** What the hub's stack says of endpoints in the region of the engine tests. */
const given = connection({ region: "eu-west-1", hostedZoneIds: {} });

/** Shares that only the connection, AWS, or a value that comes later shows to be wrong. */
const PROBLEMS: { [what: string]: [Partial<EksEndpointShareArgs>, string] } = {
    "a connection that the other stack does not export": [
        { connection: output(undefined) },
        "connection: is missing: the stack it comes from has no such output; export the connection of its " +
            "EksEndpointSet or EksEndpointShare there, and run pulumi up in it",
    ],
    "private DNS in another stack": [
        { connection: { ...given, privateDnsEnabled: true } },
        "connection.privateDnsEnabled: the endpoints have private DNS, and AWS allows one answer for a name in a VPC: " +
            "their own private zones, which cannot be shared, or hosted zones; set privateDnsEnabled: false on the " +
            `EksEndpointSet in ${HUB_STACK}`,
    ],
    "a service without endpoint": [
        { services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] },
        "services[3]: the connection has no endpoint for eks-proxy, only for eks, eks-auth, oidc-eks; add it to services " +
            `of the EksEndpointSet in ${HUB_STACK}, or write services: ["eks", "eks-auth", "oidc-eks"] here`,
    ],
    "another address family": [
        { connection: { ...given, ipAddressType: "dualstack" } },
        `ipAddressType: "ipv4" was given or assumed, and the endpoints in ${HUB_STACK} have "dualstack"; write ` +
            'ipAddressType: "dualstack" here',
    ],
    "endpoints of another account": [
        { connection: { ...given, accountId: "999900001111" } },
        `connection.accountId: the endpoints are in account 999900001111 (${HUB_STACK}), and this share works in ` +
            "account 111122223333; deploy it with a provider of account 999900001111",
    ],
    "endpoints of another region": [
        { connection: { ...given, region: "eu-central-1" } },
        `connection.region: the endpoints are in region eu-central-1 (${HUB_STACK}), and this share works in eu-west-1; ` +
            'give region: "eu-central-1"',
    ],
    "endpoints that have been shared already": [
        { connection: { ...given, hostedZoneIds: { "eks.eu-west-1.amazonaws.com": "Z01" } } },
        `connection.hostedZoneIds: another EksEndpointShare (${HUB_STACK}) has zones for these endpoints already, and a ` +
            "VPC can have one zone of a name; add the consumers to that share, or give the connection of an EksEndpointSet; to " +
            "share them from here instead, take that share away first: until this one is there, some minutes, " +
            `eks.eu-west-1.amazonaws.com leads to public addresses in VPC ${given.vpcId}`,
    ],
    "a consumer with the hub's own account": [
        { consumers: { own: { vpcId: "vpc-0c", accountId: "111122223333" } } },
        "consumers.own.accountId: 111122223333 is the hub's own account; leave accountId out, and the VPC is associated " +
            "with the zones here, without an EksEndpointConsumer",
    ],
    "the hub's VPC as a consumer": [
        { consumers: { own: { vpcId: "vpc-0a" } } },
        "consumers.own.vpcId: vpc-0a is the VPC of the endpoints, which has the zones anyway; remove this consumer",
    ],
    "a VPC that turns out to be there twice": [
        { consumers: { orders: GUEST, billing: { vpcId: output("vpc-0b") } } },
        "consumers.orders.vpcId: vpc-0b is there as billing already; name it once",
    ],
    "a VPC that turns out to be none": [
        { consumers: { orders: { ...GUEST, vpcId: output("subnet-1") } } },
        'consumers.orders.vpcId: "subnet-1" is no ID of a VPC; give it in the form vpc-0123456789abcdef0',
    ],
    "a region that turns out to be in another partition": [
        { consumers: { orders: { ...GUEST, region: output("cn-north-1") } } },
        "consumers.orders.region: cn-north-1 is in partition aws-cn, and the endpoints are in eu-west-1; a hosted zone " +
            "and its VPCs have to be in the same partition",
    ],
    "a region that turns out to be none": [
        { consumers: { orders: { ...GUEST, region: output("nonsense") } } },
        'consumers.orders.region: "nonsense" has the form of no AWS region; write it as AWS does, for example eu-central-1',
    ],
    "a region that turns out to be no text": [
        { consumers: { orders: { ...GUEST, region: output(1 as unknown as string) } } },
        "consumers.orders.region: 1 was given; give a string that is not empty",
    ],
    "an organisation of another partition": [
        {
            method: "profile",
            principals: ["arn:aws-cn:organizations::111122223333:organization/o-a1b2c3d4e5"],
        },
        "principals[0]: arn:aws-cn:organizations::111122223333:organization/o-a1b2c3d4e5 is of partition aws-cn, and the " +
            "endpoints are in aws; give an ARN of aws",
    ],
};

describe("a share that cannot work", function () {
    this.timeout(180_000);
    const engine = useEngine();
    let args: Partial<EksEndpointShareArgs>;
    let stack: TestStack;

    before(async () => {
        stack = await engine().stack(
            "share",
            () => new EksEndpointShare("hub", { connection: given, ...args }),
        );
    });

    for (const [what, [wrong, expected]] of Object.entries(PROBLEMS)) {
        it(`is refused in preview: ${what}`, async () => {
            args = wrong;
            const { errors } = await stack.preview();
            assert.deepEqual(errors, [expected]);
        });
    }

    it("creates nothing in up", async () => {
        args = {
            connection: output({ ...given, accountId: "999900001111" }),
            method: "profile",
            consumers: { orders: GUEST },
        };
        const { errors } = await stack.up();
        assert.equal(errors.length, 1);
        assert.deepEqual(idsIn(engine().world), []);
    });
});

describe("a YAML program that shares its endpoints", function () {
    this.timeout(180_000);
    const engine = useEngine();

    it("is told in its first preview that private DNS is in the way", async () => {
        const folder = path.join(engine().home.folder, "yaml");
        mkdirSync(folder);
        const network = await existingNetwork(engine());
        const program = {
            name: "eks-privatelink-test-yaml-hub",
            runtime: "yaml",
            packages: { "eks-privatelink": SDK },
            resources: {
                eks: { type: "eks-privatelink:index:EksEndpointSet", properties: network },
                hub: {
                    type: "eks-privatelink:index:EksEndpointShare",
                    properties: { connection: "${eks.connection}" },
                },
            },
        };
        writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(program, undefined, 4));
        const { errors } = await (await engine().open(folder)).preview();
        assert.equal(errors.length, 1);
        assert.match(
            errors[0] ?? "",
            /connection\.privateDnsEnabled: the endpoints have private DNS.*in stack organization\/eks-privatelink-test-yaml-hub\/engine-tests/,
        );
    });
});
