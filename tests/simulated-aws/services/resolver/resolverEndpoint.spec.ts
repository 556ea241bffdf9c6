import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read, textOf, UNKNOWN } from "../../../../simulated-aws/model/values";
import { Engine, ipv6Subnet, network, tokenOf } from "../../support/engine";
import { entries, inputsFor, type Place, TYPE } from "../../support/resolvers";

const dual = { ipv6CidrBlock: "fd00:1::/56" };
const dualSubnet = (index: number) => ({ ipv6CidrBlock: `fd00:1:0:${index}::/64` });

describe("aws.route53.ResolverEndpoint", () => {
    it("has an address in each subnet, on an interface behind its groups", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const inputs = await inputsFor(engine, place);
        const made = await engine.create(TYPE, inputs);
        assert.deepEqual(entries(made, "ip"), ["10.0.0.4", "10.0.1.4"]);
        assert.deepEqual(entries(made, "ipv6"), ["", ""]);
        for (const id of entries(made, "ipId")) {
            assert.match(textOf(id), /^rni-[0-9a-f]{17}$/);
        }
        assert.equal(made.outputs.hostVpcId, place.vpc.id);
        assert.equal(made.outputs.resolverEndpointType, "IPV4");
        assert.deepEqual(made.outputs.protocols, ["Do53"]);
        assert.deepEqual(engine.diff(made, inputs).changed, []);
        assert.deepEqual(
            Object.values(engine.world.objects.networkInterfaces).map((each) => [
                each.privateIp,
                each.securityGroupIds,
            ]),
            [
                ["10.0.0.4", inputs.securityGroupIds],
                ["10.0.1.4", inputs.securityGroupIds],
            ],
        );
        await engine.delete(made);
        assert.deepEqual(engine.world.objects.networkInterfaces, {});
    });

    const types: [string, (index: number) => Properties, string[], string[]][] = [
        ["DUALSTACK", dualSubnet, ["10.0.0.4", "10.0.1.4"], ["fd00:1::4", "fd00:1:0:1::4"]],
        ["IPV6", ipv6Subnet, ["", ""], ["fd00:1::4", "fd00:1:0:1::4"]],
        ["IPV4", dualSubnet, ["10.0.0.4", "10.0.1.4"], ["", ""]],
    ];
    for (const [resolverEndpointType, subnet, ip, ipv6] of types) {
        it(`has the families of ${resolverEndpointType}`, async () => {
            const engine = new Engine();
            const place = await network(engine, "ab", dual, subnet);
            const inputs = await inputsFor(engine, place, { resolverEndpointType });
            const made = await engine.create(TYPE, inputs);
            assert.deepEqual([entries(made, "ip"), entries(made, "ipv6")], [ip, ipv6]);
        });
    }

    it("knows no address that AWS chooses in a preview, and keeps those that stay", async () => {
        const engine = new Engine();
        const place = await network(engine, "abc");
        const inputs = await inputsFor(engine, place);
        const token = tokenOf(TYPE);
        const { outputs } = await engine.provider.create(token, inputs, true);
        const [first] = read(outputs).records("ipAddresses");
        const subnetId = place.subnetIds[0];
        assert.deepEqual(first, { ip: UNKNOWN, ipId: UNKNOWN, ipv6: UNKNOWN, subnetId });
        const made = await engine.create(TYPE, inputs);
        const preview = (news: Properties) =>
            engine.provider.update(token, made.id, made.outputs, made.inputs, news, true);
        const renamed = await preview({ ...made.inputs, name: "other" });
        assert.deepEqual(renamed.ipAddresses, made.outputs.ipAddresses);
        const fewer = { ...made.inputs, ipAddresses: read(inputs).records("ipAddresses").slice(1) };
        assert.equal(read(await preview(fewer)).records("ipAddresses")[0]?.ip, UNKNOWN);
    });

    it("takes addresses that are given, and keeps the others when one is added", async () => {
        const engine = new Engine();
        const place = await network(engine, "abc");
        const [a = "", b = "", c = ""] = place.subnetIds;
        const ipAddresses = [{ subnetId: a, ip: "10.0.0.53" }, { subnetId: b }];
        const inputs = await inputsFor(engine, place, { ipAddresses });
        const made = await engine.create(TYPE, inputs);
        assert.deepEqual(entries(made, "ip"), ["10.0.0.53", "10.0.1.4"]);
        const more = { ...inputs, ipAddresses: [...ipAddresses, { subnetId: c }] };
        assert.deepEqual(engine.diff(made, more).replaces, []);
        const next = await engine.update(made, more);
        assert.deepEqual(entries(next, "ip"), ["10.0.0.53", "10.0.1.4", "10.0.2.4"]);
        assert.deepEqual(entries(next, "ipId").slice(0, 2), entries(made, "ipId"));
        assert.deepEqual(engine.diff(made, { ...inputs, securityGroupIds: ["sg-2"] }).replaces, [
            "securityGroupIds",
        ]);
    });

    const refusals: [string, string, (place: Place, other: Place) => Properties][] = [
        [
            "fewer than two addresses",
            "InvalidRequestException: [RSLVR-00400] Resolver endpoint need to have at least 2 IP addresses.",
            ({ subnetIds }) => ({ ipAddresses: [{ subnetId: subnetIds[0] }] }),
        ],
        [
            "more than six addresses",
            "LimitExceededException: A resolver endpoint has 6 IP addresses at most.",
            ({ subnetIds }) => ({
                ipAddresses: Array.from({ length: 7 }, () => ({ subnetId: subnetIds[0] })),
            }),
        ],
        [
            "subnets of two VPCs",
            "InvalidRequestException: The subnet <other> is not in the VPC <vpc>, where the first one is.",
            ({ subnetIds }, other) => ({
                ipAddresses: [{ subnetId: subnetIds[0] }, { subnetId: other.subnetIds[0] }],
            }),
        ],
        [
            "a type that a subnet does not fit",
            "InvalidRequestException: The subnet <subnet> does not support the resolver endpoint type DUALSTACK.",
            () => ({ resolverEndpointType: "DUALSTACK" }),
        ],
        [
            "a group of another VPC",
            "InvalidRequestException: The security group <group> does not exist in the VPC <vpc>.",
            (_, other) => ({ securityGroupIds: [other.vpc.outputs.defaultSecurityGroupId] }),
        ],
        [
            "an address outside its subnet",
            "InvalidRequestException: The IP address 10.0.1.9 is not a free one of 10.0.0.0/24.",
            ({ subnetIds }) => ({
                ipAddresses: [
                    { subnetId: subnetIds[0], ip: "10.0.1.9" },
                    { subnetId: subnetIds[1] },
                ],
            }),
        ],
    ];
    for (const [title, expected, change] of refusals) {
        it(`is refused with ${title}`, async () => {
            const engine = new Engine();
            const [place, other] = [await network(engine), await network(engine)];
            const inputs = await inputsFor(engine, place, change(place, other));
            const text = expected
                .replace("<other>", other.subnetIds[0] ?? "")
                .replace("<subnet>", place.subnetIds[0] ?? "")
                .replace("<group>", textOf(other.vpc.outputs.defaultSecurityGroupId))
                .replace("<vpc>", place.vpc.id);
            await assert.rejects(engine.create(TYPE, inputs), {
                message: `operation error Route53Resolver: CreateResolverEndpoint, api error ${text}`,
            });
            assert.deepEqual(engine.world.objects.networkInterfaces, {});
        });
    }

    it("is one of four in a region", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const inputs = await inputsFor(engine, place);
        for (let index = 0; index < 4; index += 1) {
            await engine.create(TYPE, inputs);
        }
        await assert.rejects(engine.create(TYPE, inputs), { message: /LimitExceededException: / });
    });

    it("is for queries from outside or to the outside, and for no delegation in this model", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const towards = (direction: string) => inputsFor(engine, place, { direction });
        const outbound = await engine.create(TYPE, await towards("OUTBOUND"));
        assert.match(outbound.id, /^rslvr-out-/);
        assert.equal(outbound.outputs.direction, "OUTBOUND");
        await assert.rejects(engine.create(TYPE, await towards("INBOUND_DELEGATION")), {
            message:
                "direction: the simulated AWS has resolver endpoints of the directions INBOUND and OUTBOUND only, " +
                "got INBOUND_DELEGATION",
        });
    });

    it("stands behind a group that is associated with its VPC", async () => {
        const engine = new Engine();
        const [place, other] = [await network(engine), await network(engine)];
        const { securityGroupIds, ...inputs } = await inputsFor(engine, place);
        const [securityGroupId] = securityGroupIds as string[];
        const there = {
            ...inputs,
            securityGroupIds: [securityGroupId],
            ipAddresses: other.subnetIds.map((subnetId) => ({ subnetId })),
        };
        await assert.rejects(engine.create(TYPE, there), { message: /InvalidRequestException: / });
        const pair = { securityGroupId, vpcId: other.vpc.id };
        await engine.create("vpc.SecurityGroupVpcAssociation", pair);
        assert.equal((await engine.create(TYPE, there)).outputs.hostVpcId, other.vpc.id);
    });
});
