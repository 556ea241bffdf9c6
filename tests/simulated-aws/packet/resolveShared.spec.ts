import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../simulated-aws/model/values";
import { resolve } from "../../../simulated-aws/packet/resolve";
import { endpointInputs, network } from "../support/engine";
import {
    accounts,
    aliasTo,
    associated,
    EKS,
    sharedEndpoint,
    vpcOf,
    zoneOf,
} from "../support/zones";

async function shared(more: Properties = {}, type = "A") {
    const { hub, spoke, world } = accounts();
    const made = await sharedEndpoint(hub, more, type);
    const vpc = await vpcOf(spoke);
    await associated(hub, spoke, made.zone, vpc);
    const ask = (name = EKS, record: "A" | "AAAA" = "A") =>
        resolve(world, { vpcId: vpc.id }, name, record);
    return { ...made, hub, spoke, world, vpc, ask };
}

describe("resolve with hosted zones", () => {
    it("finds the hub's endpoint from a VPC of another account", async () => {
        const { ask, endpoint } = await shared();
        assert.deepEqual(ask(), {
            status: "private",
            addresses: ["10.0.0.4", "10.0.1.4"],
            endpointId: endpoint.id,
        });
    });

    it("finds it in the zone's first VPC too, and in no VPC without the zone", async () => {
        const { world, place, spoke } = await shared();
        const at = (vpcId: string) => resolve(world, { vpcId }, EKS).status;
        assert.equal(at(place.vpc.id), "private");
        assert.equal(at((await vpcOf(spoke)).id), "public");
    });

    it("answers for the families that have a record", async () => {
        const dual = { ipAddressType: "dualstack" };
        const { ask, hub, endpoint, zone } = await shared(dual);
        assert.deepEqual(ask(EKS, "AAAA"), { status: "private", addresses: [] });
        await hub.create("route53.Record", aliasTo(endpoint, zone, "AAAA"));
        assert.deepEqual(ask(EKS, "AAAA").addresses, ["fd00:1::4", "fd00:1:0:1::4"]);
    });

    it("finds no AAAA behind the alias of an IPv4 endpoint", async () => {
        const { ask, endpoint } = await shared({}, "AAAA");
        const nothing = { status: "private", addresses: [], endpointId: endpoint.id };
        assert.deepEqual(ask(EKS, "AAAA"), nothing);
    });

    it("asks the closest zone and no other", async () => {
        const { ask, hub, spoke, vpc } = await shared();
        const oidc = `oidc.${EKS}`;
        assert.deepEqual(ask(oidc), { status: "NXDOMAIN", addresses: [], zone: EKS });
        const own = await zoneOf(spoke, vpc, { name: oidc });
        assert.deepEqual(ask(oidc), { status: "private", addresses: [] });
        assert.deepEqual(ask(`x.${oidc}`), { status: "NXDOMAIN", addresses: [], zone: oidc });
        await spoke.create("route53.Record", {
            zoneId: own.id,
            name: oidc,
            type: "A",
            ttl: 60,
            records: ["10.7.7.7"],
        });
        assert.deepEqual(ask(oidc), { status: "private", addresses: ["10.7.7.7"] });
        assert.equal(hub.refresh(own), undefined);
    });

    it("follows CNAMEs and aliases within a zone, and stands for wildcards", async () => {
        const { ask, hub, zone } = await shared();
        const add = (name: string, type: string, more: Properties) =>
            hub.create("route53.Record", { zoneId: zone.id, name, type, ...more });
        await add("c", "CNAME", { ttl: 60, records: [`${EKS}.`] });
        await add("loop", "CNAME", { ttl: 60, records: [`loop.${EKS}`] });
        await add("out", "CNAME", { ttl: 60, records: ["example.com"] });
        const aliases = [{ name: EKS, zoneId: zone.id, evaluateTargetHealth: false }];
        await add("*", "A", { aliases });
        const { addresses } = ask();
        for (const name of ["c", "any", "x.y"]) {
            assert.deepEqual(ask(`${name}.${EKS}`).addresses, addresses);
        }
        assert.deepEqual(ask(`loop.${EKS}`), { status: "private", addresses: [] });
        assert.deepEqual(ask(`out.${EKS}`), { status: "public", addresses: [] });
    });

    it("follows the endpoint that an updated alias names, and finds nothing behind a dead one", async () => {
        const { ask, hub, place, endpoint, record, zone } = await shared();
        const inputs = endpointInputs(place, "eks", { privateDnsEnabled: false });
        const next = await hub.create("ec2.VpcEndpoint", inputs);
        await hub.delete(endpoint);
        assert.deepEqual(ask(), { status: "private", addresses: [] });
        await hub.update(record, aliasTo(next, zone));
        assert.deepEqual(ask(), {
            status: "private",
            addresses: ["10.0.0.5", "10.0.1.5"],
            endpointId: next.id,
        });
    });

    it("sees no hosted zone in a VPC without both DNS attributes", async () => {
        const { ask, spoke, vpc } = await shared();
        const set = (attributes: Properties) =>
            spoke.update(vpc, { cidrBlock: "10.0.0.0/16", ...attributes });
        await set({ enableDnsHostnames: false });
        assert.equal(ask().status, "public");
        await set({ enableDnsHostnames: true, enableDnsSupport: false });
        assert.equal(ask().status, "unreachable");
        await set({ enableDnsHostnames: true });
        assert.equal(ask().status, "private");
    });

    it("forgets the zone once the association is gone", async () => {
        const { hub, spoke, world } = accounts();
        const { zone } = await sharedEndpoint(hub);
        const vpc = await vpcOf(spoke);
        const { association } = await associated(hub, spoke, zone, vpc);
        await spoke.delete(association);
        assert.equal(resolve(world, { vpcId: vpc.id }, EKS).status, "public");
    });

    it("finds the spoke's own endpoint where the spoke has one instead", async () => {
        const { spoke, world } = accounts();
        const place = await network(spoke, "a");
        const own = await spoke.create("ec2.VpcEndpoint", endpointInputs(place));
        const answer = resolve(world, { vpcId: place.vpc.id }, EKS);
        assert.equal(answer.status === "private" && answer.endpointId, own.id);
    });
});
