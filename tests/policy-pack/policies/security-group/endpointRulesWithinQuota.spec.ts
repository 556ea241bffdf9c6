import assert from "node:assert/strict";

import { endpointRulesWithinQuota as policy } from "../../../../policy-pack/policies/security-group/endpointRulesWithinQuota";
import { judge } from "../../support/judge";
import {
    compliantStack,
    groupAssociation,
    HTTPS_FROM_VPC,
    ingressRule,
    network,
    prefixList,
    securityGroupRule,
    stackOf,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const WAYS_OUT =
    "write fewer, wider ranges, spread them over several groups, or have the quota raised";

/** So many different ranges. */
function ranges(count: number): string[] {
    return Array.from({ length: count }, (_, i) => `10.${i}.0.0/16`);
}

/** A stack whose group has one rule with these sources. */
function admitting(rule: { [key: string]: unknown }, ...more: TestResource[]): TestResource[] {
    return stackOf(network({ group: { ingress: [{ ...HTTPS_FROM_VPC, ...rule }] } }), ...more);
}

function tooMany(counted: string, direction = "ingress"): [string, string, string] {
    const reason = `comes to ${counted}, and AWS takes 60 a group; ${WAYS_OUT}`;
    return ["mandatory", "endpoints", `SecurityGroup "endpoints": ${direction}: ${reason}`];
}

describe("endpointRulesWithinQuota", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts a few rules (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });

        it(`rejects 61 ranges and accepts 60 of each family (${phase})`, async () => {
            assert.deepEqual(
                await judge(policy, admitting({ cidrBlocks: ranges(61) }), { phase }),
                [tooMany("61 IPv4 rules")],
            );
            const ipv6CidrBlocks = ranges(60).map((_, i) => `2001:db8:${i}::/48`);
            const most = admitting({ cidrBlocks: ranges(60), ipv6CidrBlocks });
            assert.deepEqual(await judge(policy, most, { phase }), []);
        });
    }

    it("counts inline rules and both kinds of rule resources together", async () => {
        const stack = network({
            group: { ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks: ranges(40) }] },
        });
        const securityGroupId = outputOf(stack.group);
        const older = securityGroupRule({ securityGroupId, cidrBlocks: ranges(20) });
        const newer = ingressRule(
            { securityGroupId, cidrIpv4: "172.16.0.0/12" },
            { name: "newer" },
        );
        assert.deepEqual(await judge(policy, stackOf(stack, older, newer)), [
            tooMany("61 IPv4 rules"),
        ]);
    });

    it("counts a group in both families", async () => {
        const groups = { cidrBlocks: [], securityGroups: ranges(60).map((_, i) => `sg-${i}`) };
        assert.deepEqual(await judge(policy, admitting(groups)), []);
        assert.deepEqual(await judge(policy, admitting({ ...groups, self: true })), [
            tooMany("61 IPv4 rules"),
            tooMany("61 IPv6 rules"),
        ]);
    });

    it("counts a prefix list with the most entries that it may have, in its own family", async () => {
        const list = prefixList({ maxEntries: 58, entries: [{ cidr: "10.1.0.0/16" }] });
        const rule = (count: number): { [key: string]: unknown } => ({
            cidrBlocks: ranges(count),
            prefixListIds: [outputOf(list)],
        });
        assert.deepEqual(await judge(policy, admitting(rule(2), list)), []);
        const counted =
            "61 IPv4 rules, 58 of them for prefix lists, which count with their maxEntries";
        assert.deepEqual(await judge(policy, admitting(rule(3), list)), [tooMany(counted)]);
        list.inputs.addressFamily = "IPv6";
        assert.deepEqual(await judge(policy, admitting(rule(60), list)), []);
    });

    it("counts each of several lists once although preview does not tell them apart", async () => {
        const lists = ["one", "two"].map((name) => prefixList({ maxEntries: 30 }, { name }));
        const ingress = lists.map((list) => ({
            ...HTTPS_FROM_VPC,
            cidrBlocks: [],
            prefixListIds: [outputOf(list)],
        }));
        const stack = stackOf(network({ group: { ingress } }), ...lists);
        assert.deepEqual(await judge(policy, stack), []);
    });

    it("counts egress on its own", async () => {
        const egress = [{ ...HTTPS_FROM_VPC, cidrBlocks: ranges(61) }];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { egress } }))), [
            tooMany("61 IPv4 rules", "egress"),
        ]);
    });

    /** A stack whose endpoint names so many groups, and has so many associated. */
    function withGroups(named: number, associated = 0): TestResource[] {
        const own = network();
        const ids = (count: number, start: string) =>
            Array.from({ length: count }, (_, i) => later(`${start}${i}`));
        own.endpoint.inputs.securityGroupIds = ids(named, "sg-");
        const associations = ids(associated, "sg-a").map((securityGroupId, i) =>
            groupAssociation(
                { vpcEndpointId: outputOf(own.endpoint), securityGroupId },
                { name: `association-${i}` },
            ),
        );
        return stackOf(own, ...associations);
    }

    /** What is said of the endpoint itself, beside advice on what preview does not know. */
    async function saidOfEndpoint(resources: TestResource[], config = {}): Promise<string[]> {
        const findings = await judge(policy, resources, { config: { [policy.name]: config } });
        return findings
            .filter(([level]) => level === "mandatory")
            .map(([, resource, message]) => `${resource}: ${message}`);
    }

    it("rejects six groups of one endpoint, wherever they are attached", async () => {
        for (const resources of [withGroups(6), withGroups(4, 2)]) {
            assert.deepEqual(await saidOfEndpoint(resources), [
                'eks: VpcEndpoint "eks": securityGroupIds: names 6 security groups, and AWS takes 5 a network interface; ' +
                    "put their rules into fewer groups, or have the quota raised",
            ]);
        }
    });

    it("accepts five groups, a list that preview does not know, and a raised quota", async () => {
        const unknown = withGroups(0, 5);
        unknown.forEach(({ inputs }) => {
            inputs.securityGroupIds &&= later(["sg-1"]);
        });
        for (const resources of [withGroups(5), withGroups(3, 2), unknown]) {
            assert.deepEqual(await saidOfEndpoint(resources), []);
        }
        assert.deepEqual(await saidOfEndpoint(withGroups(6), { groupsPerInterface: 16 }), []);
    });

    it("takes the quota that is configured", async () => {
        const config = { [policy.name]: { rulesPerGroup: 61 } };
        const stack = admitting({ cidrBlocks: ranges(61) });
        assert.deepEqual(await judge(policy, stack, { config }), []);
    });

    it("rejects what is known to be too many beside ranges that preview does not know", async () => {
        const stack = admitting({ cidrBlocks: [...ranges(61), later("10.99.0.0/16")] });
        const [known, unknown, ...more] = await judge(policy, stack);
        assert.deepEqual(known, tooMany("61 IPv4 rules"));
        assert.deepEqual([unknown?.[0], more], ["advisory", []]);
    });
});
