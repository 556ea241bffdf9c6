import assert from "node:assert/strict";

import { EksEndpointConsumer } from "../../sdk/index";
import { deploy as deploySet } from "../support/deploySet";
import { SPOKE, spokeConnection } from "../support/joining";
import { createNetwork } from "../support/network";
import { type Registration, runProgram } from "../support/runProgram";
import { deploy as deployShare, ORDERS } from "./share/deployShare";

/** Children of a kind that a child waits for when it is created, and that wait for it when it is deleted. */
function waitsFor(registrations: Registration[], name: string, kind: RegExp): string[] {
    const found = registrations.find((each) => each.name === name);
    assert.ok(found, name);
    return [...new Set(found.dependencies.filter((each) => kind.test(each)))].sort();
}

describe("the order in which names are given, and the reverse in which they are taken away", () => {
    it("has private DNS of eks wait for the endpoints whose names it hides", async () => {
        const { registrations } = await deploySet({
            services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"],
        });
        const endpoints = /^eks-(eks|eks-auth|oidc-eks|eks-proxy)$/;
        assert.deepEqual(waitsFor(registrations, "eks-eks", endpoints), [
            "eks-eks-proxy",
            "eks-oidc-eks",
        ]);
        for (const name of ["eks-eks-auth", "eks-oidc-eks", "eks-eks-proxy"]) {
            assert.deepEqual(waitsFor(registrations, name, endpoints), []);
        }
    });

    it("switches private DNS on from below, and off from above", async () => {
        const all = /^eks-(eks|eks-auth|oidc-eks|eks-proxy)-private-dns$/;
        const services = ["eks", "eks-auth", "oidc-eks", "eks-proxy"] as const;
        const orderWith = async (privateDnsEnabled: boolean) => {
            const { registrations } = await deploySet({
                services: [...services],
                privateDnsEnabled,
            });
            return services.map((service) =>
                waitsFor(registrations, `eks-${service}-private-dns`, all),
            );
        };
        const below = ["eks-eks-proxy-private-dns", "eks-oidc-eks-private-dns"];
        assert.deepEqual(await orderWith(true), [below, [], [], []]);
        const above = ["eks-eks-private-dns"];
        assert.deepEqual(await orderWith(false), [[], [], above, above]);
    });

    it("lets endpoints without private DNS be created side by side", async () => {
        const { registrations } = await deploySet({ privateDnsEnabled: false });
        assert.deepEqual(waitsFor(registrations, "eks-eks", /^eks-oidc-eks$/), []);
    });

    it("lets nobody have a zone before its records are there", async () => {
        const { registrations } = await deployShare({
            ipAddressType: "ipv4",
            method: "profile",
            consumers: { orders: ORDERS, own: { vpcId: "vpc-0c" } },
        });
        for (const grant of ["hub-orders", "hub-own", "hub-profile"]) {
            for (const key of ["eks", "eks-auth-dual-stack", "oidc-eks"]) {
                assert.deepEqual(waitsFor(registrations, `${grant}/${key}`, /-a$/), [
                    `hub-${key}-a`,
                ]);
            }
        }
    });

    it("gives the hub's own VPC the zone of eks after those below it have records", async () => {
        const { registrations } = await deployShare({ ipAddressType: "ipv4" });
        assert.deepEqual(waitsFor(registrations, "hub-eks", /-a$/), ["hub-oidc-eks-a"]);
        assert.deepEqual(waitsFor(registrations, "hub-oidc-eks", /-a$/), []);
    });

    it("gives the zone of eks to a VPC and to a profile after those below it", async () => {
        const { registrations } = await deployShare({
            method: "profile",
            consumers: { orders: ORDERS, own: { vpcId: "vpc-0c" } },
        });
        for (const grant of ["hub-orders", "hub-own", "hub-profile"]) {
            assert.deepEqual(waitsFor(registrations, `${grant}/eks`, /\//), [`${grant}/oidc-eks`]);
            assert.deepEqual(waitsFor(registrations, `${grant}/oidc-eks`, /\//), []);
        }
    });

    it("has a consumer associate the zone of eks after those below it", async () => {
        const { accountId } = SPOKE;
        const { vpcId, world } = await createNetwork({ account: accountId, prefix: "10.30" });
        const consumers = { spoke: { vpcId, accountId, region: "eu-central-1" } };
        const connection = spokeConnection({ consumers });
        const { registrations } = await runProgram(
            () => new EksEndpointConsumer("spoke", { connection, vpcId }),
            { world, account: accountId, preview: true },
        );
        assert.deepEqual(waitsFor(registrations, "spoke-eks", /^spoke-/), ["spoke-oidc-eks"]);
        assert.deepEqual(waitsFor(registrations, "spoke-oidc-eks", /^spoke-/), []);
    });
});
