import assert from "node:assert/strict";

import { Provider } from "@pulumi/aws/provider";
import { Output, output } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";

import {
    type EksEndpointConnection,
    EksEndpointConsumer,
    type EksEndpointConsumerArgs,
} from "../../../sdk/index";
import { inputsOf } from "../../support/deploySet";
import { SPOKE, spokeConnection } from "../../support/joining";
import { createNetwork } from "../../support/network";
import { runProgram, valueOf } from "../../support/runProgram";

const ZONE_ASSOCIATION = "aws:route53/zoneAssociation:ZoneAssociation";
const { accountId } = SPOKE;

/** Previews a consumer in a network of the spoke's account. */
async function preview(
    ofConnection: Partial<EksEndpointConnection> = {},
    args: Partial<EksEndpointConsumerArgs> = {},
) {
    const { vpcId, world } = await createNetwork({ account: accountId, prefix: "10.30" });
    const consumers = { spoke: { vpcId, accountId, region: "eu-central-1" } };
    const connection = spokeConnection({ consumers, ...ofConnection });
    const { registrations, value } = await runProgram(
        () => new EksEndpointConsumer("spoke", { connection, vpcId, ...args }),
        { world, account: accountId, preview: true },
    );
    return { registrations, consumer: value, vpcId };
}

describe("EksEndpointConsumer", () => {
    it("associates the zone of each host name, under names that are a promise", async () => {
        const { registrations, vpcId, consumer } = await preview();
        const vpcRegion = "eu-central-1";
        assert.deepEqual(inputsOf(registrations, ZONE_ASSOCIATION), {
            "spoke-eks": { zoneId: "Z01", vpcId, vpcRegion },
            "spoke-eks-dual-stack": { zoneId: "Z02", vpcId, vpcRegion },
            "spoke-eks-auth-dual-stack": { zoneId: "Z03", vpcId, vpcRegion },
            "spoke-oidc-eks": { zoneId: "Z04", vpcId, vpcRegion },
            "spoke-oidc-eks-dual-stack": { zoneId: "Z05", vpcId, vpcRegion },
        });
        const children = registrations.filter(({ name }) => name !== "spoke");
        assert.equal(children.length, 5);
        const urn = await valueOf(consumer.urn);
        assert.ok(children.every(({ parent }) => parent === urn));
    });

    it("associates the profile instead, with the tags", async () => {
        const { registrations, vpcId } = await preview(
            { profileId: "rp-1", principals: [accountId] },
            { method: "profile", tags: { team: "apps" } },
        );
        const [, ...children] = registrations.map(({ type, name, inputs }) => ({
            type,
            name,
            inputs,
        }));
        assert.deepEqual(children, [
            {
                type: "aws:route53/profilesAssociation:ProfilesAssociation",
                name: "spoke-profile",
                inputs: {
                    profileId: "rp-1",
                    resourceId: vpcId,
                    tags: {
                        "eks-privatelink": "organization/project/stack/EksEndpointConsumer/spoke",
                        team: "apps",
                    },
                },
            },
        ]);
    });

    it("replaces an association after the old one has gone, because a VPC takes one zone of a name", async () => {
        const { registrations } = await preview();
        const children = registrations.filter(({ type }) => type === ZONE_ASSOCIATION);
        assert.ok(children.every(({ deleteBeforeReplace }) => deleteBeforeReplace));
    });

    it("tells host names and environment of clients, as its only outputs", async () => {
        const { consumer } = await preview({}, { services: ["eks", "oidc-eks", "eks-auth"] });
        assert.deepEqual(await valueOf(consumer.hostNames), {
            eks: ["eks.eu-central-1.amazonaws.com", "eks.eu-central-1.api.aws"],
            "oidc-eks": ["oidc.eks.eu-central-1.amazonaws.com", "oidc-eks.eu-central-1.api.aws"],
            "eks-auth": ["eks-auth.eu-central-1.api.aws"],
        });
        assert.deepEqual(await valueOf(consumer.clientEnvironment), {
            AWS_REGION: "eu-central-1",
            AWS_STS_REGIONAL_ENDPOINTS: "regional",
        });
        const outputs = Object.entries(consumer).filter(
            ([name, value]) => Output.isInstance(value) && name !== "urn",
        );
        assert.deepEqual(outputs.map(([name]) => name).sort(), ["clientEnvironment", "hostNames"]);
    });

    const refused: [string, Partial<EksEndpointConnection>][] = [
        ["another region", { region: "eu-west-1" }],
        ["a hub that has not authorised the VPC", { consumers: {} }],
        [
            "a range that is not admitted",
            { admitted: { ...spokeConnection().admitted, cidrBlocks: ["10.20.0.0/16"] } },
        ],
        [
            "an account in no organisation, where the policies let one through",
            {
                perimeter: {
                    organizationIds: ["o-a1b2c3d4e5"],
                    organizationPaths: [],
                    accountIds: [],
                },
            },
        ],
        ["an incomplete connection", { services: undefined }],
    ];
    for (const [title, change] of refused) {
        it(`registers nothing but itself for ${title}`, async () => {
            const { registrations } = await preview(change);
            assert.deepEqual(
                registrations.map(({ name }) => name),
                ["spoke"],
            );
        });
    }

    it("asks and works with the provider that it is given", async () => {
        const { vpcId, world } = await createNetwork({ account: accountId, prefix: "10.30" });
        const consumers = { spoke: { vpcId, accountId, region: "eu-central-1" } };
        const connection = spokeConnection({ consumers });
        const assumeRoles = [{ roleArn: `arn:aws:iam::${accountId}:role/deployer` }];
        const { registrations } = await runProgram(
            () => {
                const provider = new Provider("spoke", { assumeRoles });
                return new EksEndpointConsumer("spoke", { connection, vpcId }, { provider });
            },
            { world, preview: true },
        );
        assert.equal(Object.keys(inputsOf(registrations, ZONE_ASSOCIATION)).length, 5);
    });

    it("judges the connection while the VPC is not known yet, and shows its children", async () => {
        const vpcId = output(unknown as unknown as string);
        const good = await preview({}, { vpcId });
        assert.equal(Object.keys(inputsOf(good.registrations, ZONE_ASSOCIATION)).length, 5);
        const bad = await preview({ hostedZoneIds: {} }, { vpcId });
        assert.deepEqual(inputsOf(bad.registrations, ZONE_ASSOCIATION), {});
    });

    it("asks AWS for nothing but account and region when told not to verify", async () => {
        const consumers = { spoke: { ...SPOKE, region: "eu-central-1" } };
        const perimeter = {
            organizationIds: ["o-a1b2c3d4e5"],
            organizationPaths: [],
            accountIds: [],
        };
        const { registrations } = await preview(
            { consumers, perimeter },
            { vpcId: SPOKE.vpcId, verify: false },
        );
        assert.equal(Object.keys(inputsOf(registrations, ZONE_ASSOCIATION)).length, 5);
    });

    for (const [title, methods, count] of [
        ["the same host names twice", ["hostedZones", "hostedZones"], 5],
        ["two profiles", ["profile", "profile"], 1],
        ["a profile beside the zones, as while it moves", ["hostedZones", "profile"], 6],
    ] as const) {
        it(`makes ${count} of the associations for a VPC with ${title}`, async () => {
            const { vpcId, world } = await createNetwork({ account: accountId, prefix: "10.30" });
            const connection = spokeConnection({
                consumers: { spoke: { vpcId, accountId, region: "eu-central-1" } },
                profileId: "rp-1",
            });
            const { registrations } = await runProgram(
                () =>
                    methods.map(
                        (method, i) =>
                            new EksEndpointConsumer(`spoke-${i}`, { connection, vpcId, method }),
                    ),
                { world, account: accountId, preview: true },
            );
            const children = registrations.filter(({ type }) => type.startsWith("aws:route53"));
            assert.equal(children.length, count);
        });
    }
});
