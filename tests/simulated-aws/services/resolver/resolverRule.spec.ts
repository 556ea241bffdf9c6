import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { network } from "../../support/engine";
import { inputsFor, TYPE } from "../../support/resolvers";
import { accounts, SPOKE, vpcOf } from "../../support/zones";

const RULE = "route53.ResolverRule";
const ASSOCIATION = "route53.ResolverRuleAssociation";

async function withOutbound() {
    const made = accounts();
    const { hub } = made;
    const place = await network(hub);
    const outbound = await hub.create(TYPE, await inputsFor(hub, place, { direction: "OUTBOUND" }));
    const inputs = (more: Properties = {}): Properties => ({
        domainName: "corp.example",
        ruleType: "FORWARD",
        resolverEndpointId: outbound.id,
        targetIps: [{ ip: "192.168.0.53" }],
        ...more,
    });
    return { ...made, place, outbound, inputs };
}

describe("aws.route53.ResolverRule", () => {
    it("keeps the spelling of its name, and its targets in full", async () => {
        const { hub, inputs } = await withOutbound();
        const rule = await hub.create(RULE, inputs({ domainName: "Corp.example." }));
        assert.match(rule.id, /^rslvr-rr-[0-9a-f]{17}$/);
        assert.deepEqual(
            [rule.outputs.domainName, rule.outputs.targetIps, rule.outputs.shareStatus],
            ["Corp.example.", [{ ip: "192.168.0.53", port: 53, protocol: "Do53" }], "NOT_SHARED"],
        );
    });

    it("changes its targets in place and is replaced for its domain and type", async () => {
        const { hub, inputs } = await withOutbound();
        const rule = await hub.create(RULE, inputs());
        const targets = hub.diff(rule, inputs({ targetIps: [{ ip: "192.168.1.53" }] }));
        assert.deepEqual([targets.changed, targets.replaces], [["targetIps"], []]);
        assert.deepEqual(hub.diff(rule, inputs({ domainName: "other" })).replaces, ["domainName"]);
    });

    const refused: [title: string, more: Properties, message: RegExp][] = [
        ["without targets", { targetIps: [] }, /InvalidParameterException: .* needs at least one/],
        [
            "with targets of both families",
            { targetIps: [{ ip: "192.168.0.53" }, { ipv6: "fd00::53" }] },
            /InvalidParameterException: .* IPv4 or IPv6 addresses, not both/,
        ],
        [
            "without an outbound endpoint",
            { resolverEndpointId: undefined },
            /ResourceNotFoundException: "" is not an outbound resolver endpoint/,
        ],
        [
            "with targets and nothing to forward",
            { ruleType: "SYSTEM" },
            /InvalidParameterException: A rule of the type SYSTEM has neither targets/,
        ],
        [
            "of a type that the model does not have",
            { ruleType: "DELEGATE" },
            /ruleType: the simulated AWS has resolver rules of the types FORWARD and SYSTEM only, got DELEGATE/,
        ],
    ];
    for (const [title, more, message] of refused) {
        it(`is refused ${title}`, async () => {
            const { hub, inputs } = await withOutbound();
            await assert.rejects(hub.create(RULE, inputs(more)), { message });
        });
    }

    it("sends nothing through an inbound endpoint", async () => {
        const { hub, place, inputs } = await withOutbound();
        const inbound = await hub.create(TYPE, await inputsFor(hub, place));
        await assert.rejects(hub.create(RULE, inputs({ resolverEndpointId: inbound.id })), {
            message:
                "operation error Route53Resolver: CreateResolverRule, api error InvalidRequestException: " +
                `"${inbound.id}" is not an outbound resolver endpoint of this account.`,
        });
    });

    it("stays while VPCs use it, and keeps its endpoint", async () => {
        const { hub, place, outbound, inputs } = await withOutbound();
        const rule = await hub.create(RULE, inputs());
        const pair = { resolverRuleId: rule.id, vpcId: place.vpc.id };
        const association = await hub.create(ASSOCIATION, pair);
        await assert.rejects(hub.delete(rule), { message: /ResourceInUseException/ });
        await assert.rejects(hub.delete(outbound), { message: /is used by resolver rules/ });
        await hub.delete(association);
        await hub.delete(rule);
        await hub.delete(outbound);
    });
});

describe("aws.route53.ResolverRuleAssociation", () => {
    it("is one per VPC and domain", async () => {
        const { hub, place, inputs } = await withOutbound();
        const [one, other] = [await hub.create(RULE, inputs()), await hub.create(RULE, inputs())];
        const use = (resolverRuleId: string) =>
            hub.create(ASSOCIATION, { resolverRuleId, vpcId: place.vpc.id });
        await use(one.id);
        await assert.rejects(use(other.id), {
            message:
                "operation error Route53Resolver: AssociateResolverRule, api error ResourceExistsException: " +
                `The VPC "${place.vpc.id}" already uses the rule "${one.id}" for corp.example.`,
        });
    });

    it("is for VPCs of the accounts that a rule is shared with", async () => {
        const { hub, spoke, inputs } = await withOutbound();
        const rule = await hub.create(RULE, inputs());
        const vpc = await vpcOf(spoke);
        const use = () => spoke.create(ASSOCIATION, { resolverRuleId: rule.id, vpcId: vpc.id });
        await assert.rejects(use(), { message: /ResourceNotFoundException/ });
        const { id: resourceShareArn } = await hub.create("ram.ResourceShare", {});
        const resourceArn = textOf(rule.outputs.arn);
        await hub.create("ram.ResourceAssociation", { resourceShareArn, resourceArn });
        await hub.create("ram.PrincipalAssociation", { resourceShareArn, principal: SPOKE });
        await use();
        assert.equal(spoke.refresh(rule)?.outputs.shareStatus, "SHARED_WITH_ME");
        assert.equal(hub.refresh(rule)?.outputs.shareStatus, "SHARED_BY_ME");
    });
});
