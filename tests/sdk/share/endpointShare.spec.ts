import assert from "node:assert/strict";

import { type Output, output } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";

import { connection, offering } from "../../support/connection";
import { inputsOf } from "../../support/deploySet";
import { valueOf } from "../../support/runProgram";
import { deploy, namesOf, ORDERS } from "./deployShare";

const ZONE = "aws:route53/zone:Zone";
const RECORD = "aws:route53/record:Record";
const AUTHORIZATION = "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization";
const ASSOCIATION = "aws:route53/zoneAssociation:ZoneAssociation";

describe("EksEndpointShare", () => {
    it("has these children with hosted zones, whose names are a promise", async () => {
        const own = { vpcId: "vpc-0c" };
        const { registrations } = await deploy({
            services: ["eks", "eks-auth"],
            ipAddressType: "dualstack",
            connection: offering(["eks", "eks-auth"], "dualstack"),
            consumers: { orders: ORDERS, own },
        });
        assert.deepEqual(namesOf(registrations), [
            `${RECORD} hub-eks-a`,
            `${RECORD} hub-eks-aaaa`,
            `${RECORD} hub-eks-auth-dual-stack-a`,
            `${RECORD} hub-eks-auth-dual-stack-aaaa`,
            `${RECORD} hub-eks-dual-stack-a`,
            `${RECORD} hub-eks-dual-stack-aaaa`,
            `${AUTHORIZATION} hub-orders/eks`,
            `${AUTHORIZATION} hub-orders/eks-auth-dual-stack`,
            `${AUTHORIZATION} hub-orders/eks-dual-stack`,
            `${ZONE} hub-eks`,
            `${ZONE} hub-eks-auth-dual-stack`,
            `${ZONE} hub-eks-dual-stack`,
            `${ASSOCIATION} hub-own/eks`,
            `${ASSOCIATION} hub-own/eks-auth-dual-stack`,
            `${ASSOCIATION} hub-own/eks-dual-stack`,
            "eks-privatelink:index:EksEndpointShare hub",
        ]);
    });

    it("is the parent of all of them", async () => {
        const { share, registrations } = await deploy({
            method: "profile",
            consumers: { orders: ORDERS },
        });
        const urn = await valueOf(share.urn);
        const children = registrations.filter(({ name }) => name !== "hub");
        assert.deepEqual([...new Set(children.map(({ parent }) => parent))], [urn]);
    });

    it("gives every host name a private zone of the hub's VPC, deleted before it is replaced", async () => {
        const { registrations } = await deploy({ tags: { team: "platform" } });
        const zones = registrations.filter(({ type }) => type === ZONE);
        assert.deepEqual(
            zones.map(({ inputs }) => inputs.name).sort(),
            Object.values(connection().services)
                .flatMap(({ hostNames }) => hostNames)
                .sort(),
        );
        for (const { inputs, deleteBeforeReplace } of zones) {
            assert.deepEqual(inputs.vpcs, [{ vpcId: "vpc-0a", vpcRegion: "eu-central-1" }]);
            assert.deepEqual(inputs.tags, {
                "eks-privatelink": "organization/project/stack/EksEndpointShare/hub",
                team: "platform",
            });
            assert.equal(inputs.forceDestroy, true);
            assert.equal(deleteBeforeReplace, true);
        }
    });

    it("leads the zone's own name to the endpoint of its service", async () => {
        const { registrations } = await deploy();
        const { zoneId, ...record } =
            inputsOf(registrations, RECORD)["hub-oidc-eks-dual-stack-a"] ?? {};
        assert.ok(zoneId !== undefined);
        assert.deepEqual(record, {
            name: "oidc-eks.eu-central-1.api.aws",
            type: "A",
            aliases: [
                {
                    name: "vpce-3.oidc-eks.eu-central-1.vpce.amazonaws.com",
                    zoneId: "Z1FAKE",
                    evaluateTargetHealth: false,
                },
            ],
            allowOverwrite: true,
        });
    });

    for (const [ipAddressType, types] of [
        ["ipv4", ["A"]],
        ["dualstack", ["A", "AAAA"]],
        ["ipv6", ["AAAA"]],
    ] as const) {
        it(`has ${types.join(" and ")} records for ${ipAddressType} endpoints`, async () => {
            const { registrations } = await deploy({
                services: ["eks-auth"],
                ipAddressType,
                connection: offering(["eks-auth"], ipAddressType),
            });
            const records = Object.values(inputsOf(registrations, RECORD));
            assert.deepEqual(
                records.map(({ type }) => type),
                types,
            );
        });
    }

    it("authorises a VPC in its own region", async () => {
        const { registrations } = await deploy({
            consumers: { orders: { ...ORDERS, region: output("eu-west-1") } },
        });
        const { vpcId, vpcRegion } = inputsOf(registrations, AUTHORIZATION)["hub-orders/eks"] ?? {};
        assert.deepEqual({ vpcId, vpcRegion }, { vpcId: "vpc-0b", vpcRegion: "eu-west-1" });
    });

    it("knows the zones' names in a preview that knows nothing of the endpoints", async () => {
        const { registrations } = await deploy({ connection: output(unknown) });
        const names = Object.values(inputsOf(registrations, ZONE)).map(({ name }) => name);
        assert.ok(names.includes("eks.eu-central-1.amazonaws.com"));
        assert.equal(names.length, 5);
    });

    it("knows the zones' VPC in a preview that does not know yet where a consumer is", async () => {
        const later = output(unknown) as unknown as Output<string>;
        const place = { vpcId: later, region: later };
        const { registrations } = await deploy({ consumers: { orders: { ...ORDERS, ...place } } });
        const zones = Object.values(inputsOf(registrations, ZONE));
        assert.equal(zones.length, 5);
        for (const { vpcs } of zones) {
            assert.deepEqual(vpcs, [{ vpcId: "vpc-0a", vpcRegion: "eu-central-1" }]);
        }
        assert.equal(Object.keys(inputsOf(registrations, AUTHORIZATION)).length, 5);
    });

    it("works in another region than the provider's", async () => {
        const { registrations } = await deploy({
            region: "eu-west-1",
            connection: connection({ hostedZoneIds: {}, region: "eu-west-1" }),
            method: "profile",
            consumers: { orders: ORDERS },
        });
        assert.equal(inputsOf(registrations, ZONE)["hub-eks"]?.name, "eks.eu-west-1.amazonaws.com");
        const profile = inputsOf(registrations, "aws:route53/profilesProfile:ProfilesProfile");
        assert.equal(profile["hub-profile"]?.region, "eu-west-1");
    });
});
