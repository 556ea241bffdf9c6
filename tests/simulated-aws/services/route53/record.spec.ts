import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read, textOf } from "../../../../simulated-aws/model/values";
import { accounts, aliasTo, EKS, sharedEndpoint, vpcOf, zoneOf } from "../../support/zones";

async function inZone() {
    const { hub, spoke } = accounts();
    const zone = await zoneOf(hub, await vpcOf(hub));
    const add = (name: string, type: string, more: Properties) =>
        hub.create("route53.Record", { zoneId: zone.id, name, type, ...more });
    const refused = (expected: string, name: string, type: string, more: Properties) =>
        assert.rejects(add(name, type, more), {
            message: `operation error Route 53: ChangeResourceRecordSets, api error ${expected}`,
        });
    return { hub, spoke, zone, add, refused };
}

const address = (value = "10.0.0.9") => ({ ttl: 60, records: [value] });

describe("aws.route53.Record", () => {
    it("has the name that it was given and the full one", async () => {
        const { zone, add, hub } = await inZone();
        for (const name of ["www", `WWW.${EKS}.`]) {
            const record = await add(name, "A", address());
            const plain = name.toLowerCase().replace(/\.$/, "");
            assert.equal(record.id, `${zone.id}_${plain}_A`);
            assert.equal(record.outputs.fqdn, `www.${EKS}`);
            assert.equal(record.outputs.name, name);
            await hub.delete(record);
            assert.equal(hub.refresh(record), undefined);
        }
    });

    it("is an alias to an endpoint's own name", async () => {
        const { hub } = accounts();
        const { endpoint, zone, record } = await sharedEndpoint(hub);
        assert.equal(record.id, `${zone.id}_${EKS}_A`);
        const { aliases } = aliasTo(endpoint, zone);
        assert.deepEqual(record.outputs.aliases, aliases);
        assert.equal(record.outputs.ttl, undefined);
        assert.deepEqual(hub.diff(record, aliasTo(endpoint, zone)).changed, []);
    });

    it("is no alias to a name that does not exist, or in another zone than its own", async () => {
        const { hub } = accounts();
        const { endpoint, zone } = await sharedEndpoint(hub);
        const inputs = aliasTo(endpoint, zone, "AAAA");
        const [alias = {}] = read(inputs).records("aliases");
        const name = textOf(alias.name);
        const ask = (change: Properties) =>
            hub.create("route53.Record", { ...inputs, aliases: [{ ...alias, ...change }] });
        const other = name.replace(/^vpce-/, "vpce-0");
        const tried = (target: string, zoneId: string) =>
            `Tried to create an alias that targets ${target}., type AAAA in zone ${zoneId}, but `;
        const code =
            "operation error Route 53: ChangeResourceRecordSets, api error InvalidChangeBatch: ";
        await assert.rejects(ask({ name: other }), {
            message: `${code}[${tried(other, textOf(alias.zoneId))}that target was not found]`,
        });
        await assert.rejects(ask({ zoneId: "Z1" }), {
            message:
                `${code}[${tried(name, "Z1")}the alias target name does not lie within the target zone, ` +
                `${tried(name, "Z1")}that target was not found]`,
        });
        await ask({});
    });

    it("is an alias to a record of the same type in its zone", async () => {
        const { zone, add, refused } = await inZone();
        await add("real", "A", address());
        const target = (name: string) => ({
            aliases: [{ name, zoneId: zone.id, evaluateTargetHealth: false }],
        });
        await add("www", "A", target(`real.${EKS}`));
        await refused(
            `InvalidChangeBatch: [Tried to create an alias that targets real.${EKS}., type AAAA in zone ${zone.id}, ` +
                "but that target was not found]",
            "www",
            "AAAA",
            target(`real.${EKS}`),
        );
    });

    it("is no CNAME at the apex, and no CNAME beside another record", async () => {
        const { add, refused } = await inZone();
        const cname = { ttl: 60, records: ["example.com"] };
        await refused(
            `InvalidChangeBatch: [RRSet of type CNAME with DNS name ${EKS}. is not permitted at apex in zone ${EKS}.]`,
            EKS,
            "CNAME",
            cname,
        );
        await add("a", "A", address());
        await refused(
            `InvalidChangeBatch: [RRSet of type CNAME with DNS name a.${EKS}. is not permitted as it conflicts with ` +
                `other records with the same DNS name in zone ${EKS}.]`,
            "a",
            "CNAME",
            cname,
        );
        await add("c", "CNAME", cname);
        await refused(
            `InvalidChangeBatch: [RRSet of type A with DNS name c.${EKS}. is not permitted because a conflicting ` +
                `RRSet of type CNAME with the same DNS name already exists in zone ${EKS}.]`,
            "c",
            "A",
            address(),
        );
    });

    it("is there once, unless it overwrites", async () => {
        const { add, refused } = await inZone();
        await add("a", "A", address());
        await refused(
            `InvalidChangeBatch: [Tried to create resource record set [name='a.${EKS}.', type='A'] but it already exists]`,
            "a",
            "A",
            address("10.0.0.8"),
        );
        const over = await add("a", "A", { ...address("10.0.0.8"), allowOverwrite: true });
        assert.deepEqual(over.outputs.records, ["10.0.0.8"]);
    });

    it("may overwrite from now on without being replaced", async () => {
        const { hub, add } = await inZone();
        const record = await add("a", "A", address());
        const { changed, replaces } = hub.diff(record, { ...record.inputs, allowOverwrite: true });
        assert.deepEqual([changed, replaces], [["allowOverwrite"], []]);
    });

    it("has addresses of its family", async () => {
        const { refused } = await inZone();
        await refused(
            "InvalidChangeBatch: [Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a " +
                "valid IPv4 address) encountered with 'fd00::1'']",
            "a",
            "A",
            address("fd00::1"),
        );
    });

    it("has either values or an alias, and no routing policy", async () => {
        const { add } = await inZone();
        await assert.rejects(add("a", "A", {}), {
            message: "records: one of `aliases,records` must be specified, and not both",
        });
        await assert.rejects(add("a", "A", { records: ["10.0.0.1"] }), {
            message: "ttl: all of `records,ttl` must be specified",
        });
        await assert.rejects(add("a", "A", { ...address(), setIdentifier: "x" }), {
            message: "setIdentifier: the simulated AWS has no setIdentifier",
        });
    });

    it("changes its values in place, and its name by a new record", async () => {
        const { hub, zone, add } = await inZone();
        const record = await add("a", "A", address());
        const inputs = { zoneId: zone.id, name: "a", type: "A", ...address("10.0.0.7") };
        assert.deepEqual(hub.diff(record, inputs).replaces, []);
        assert.deepEqual((await hub.update(record, inputs)).outputs.records, ["10.0.0.7"]);
        assert.deepEqual(hub.diff(record, { ...inputs, name: "b" }).replaces, ["name"]);
    });

    it("is for the owner of the zone to make", async () => {
        const { spoke, zone } = await inZone();
        const inputs = { zoneId: zone.id, name: "a", type: "A", ...address() };
        await assert.rejects(spoke.create("route53.Record", inputs), { message: /AccessDenied/ });
    });
});
