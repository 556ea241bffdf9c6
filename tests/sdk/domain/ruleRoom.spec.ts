import assert from "node:assert/strict";

import {
    checkGroupRoom,
    checkRuleRoom,
    GROUPS_PER_INTERFACE,
    NO_RULES,
    RULES_PER_GROUP,
} from "../../../sdk/domain/ruleRoom";

describe("checkRuleRoom", () => {
    it("has room for as many rules of each family as AWS takes", () => {
        const full = { ...NO_RULES, cidrBlocks: RULES_PER_GROUP, ipv6CidrBlocks: RULES_PER_GROUP };
        assert.deepEqual(checkRuleRoom("ingress", full, RULES_PER_GROUP), []);
    });

    it("counts groups in both families, and prefix lists with the most that they may hold", () => {
        const count = { ...NO_RULES, groups: 2, prefixListEntries: { ipv4: 59, ipv6: 0 } };
        assert.deepEqual(checkRuleRoom("ingress", count, RULES_PER_GROUP), [
            {
                path: "ingress",
                reason:
                    "comes to 61 IPv4 rules, 59 of them for prefix lists, which count with their maxEntries, and AWS takes " +
                    "60 a group; write fewer, wider ranges, spread them over several groups, or have the quota raised",
            },
        ]);
    });
});

describe("checkGroupRoom", () => {
    it("has room for as many groups as AWS takes, and for none more", () => {
        const path = "securityGroupIds";
        assert.deepEqual(checkGroupRoom(path, GROUPS_PER_INTERFACE, GROUPS_PER_INTERFACE), []);
        assert.deepEqual(checkGroupRoom(path, 6, GROUPS_PER_INTERFACE), [
            {
                path,
                reason:
                    "names 6 security groups, and AWS takes 5 a network interface; " +
                    "put their rules into fewer groups, or have the quota raised",
            },
        ]);
    });
});
