import { createHash } from "node:crypto";

import type { ResourceModel } from "../../model/resource";
import { strings } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { demand, find, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { oneOf } from "../validators";
import { ruleFailures } from "./inlineRules";
import { authorize, keyOf, permissionsFrom, rulesOf } from "./rules";

/** `aws.ec2.SecurityGroupRule`, the older kind: one resource may stand for several of EC2's rules. */
export const securityGroupRule: ResourceModel = {
    schema: {
        token: "aws:ec2/securityGroupRule:SecurityGroupRule",
        required: {
            fromPort: "integer",
            protocol: "string",
            securityGroupId: "string",
            toPort: "integer",
            type: "string",
        },
        optional: {
            cidrBlocks: strings,
            description: "string",
            ipv6CidrBlocks: strings,
            prefixListIds: strings,
            self: "boolean",
        },
        settled: { region: "string", sourceSecurityGroupId: "string" },
        computed: { securityGroupRuleId: "string" },
        defaults: { self: false },
        replaceOn: [
            "cidrBlocks",
            "fromPort",
            "ipv6CidrBlocks",
            "prefixListIds",
            "protocol",
            "region",
            "securityGroupId",
            "self",
            "sourceSecurityGroupId",
            "toPort",
            "type",
        ],
    },
    operations: {
        service: "EC2",
        create: "AuthorizeSecurityGroupIngress",
        update: "UpdateSecurityGroupRuleDescriptionsIngress",
        delete: "RevokeSecurityGroupIngress",
    },
    check: (inputs) => [
        ...oneOf(inputs, "type", ["ingress", "egress"]),
        ...ruleFailures(inputs, "").map(({ property, reason }) => ({
            property: property.replace(/^\./, "") || "fromPort",
            reason,
        })),
    ],
    create(scope, inputs) {
        const groupId = read(inputs).text("securityGroupId");
        const permissions = permissionsOf(inputs);
        authorize(scope, groupId, permissions);
        const digest = createHash("sha256").update(permissions.map(keyOf).sort().join());
        return `sgrule-${parseInt(digest.digest("hex").slice(0, 8), 16)}`;
    },
    read(scope, _id, known) {
        const groupId = read(known).text("securityGroupId");
        if (find(scope, "securityGroups", groupId) === undefined) {
            return undefined;
        }
        const rules = matching(scope, known);
        if (rules.length === 0 || rules.length < permissionsOf(known).length) {
            return undefined;
        }
        return {
            region: scope.region,
            securityGroupRuleId: rules.length === 1 ? rules[0]?.id : undefined,
            description: rules[0]?.description === "" ? undefined : rules[0]?.description,
        };
    },
    update(scope, _id, olds, news) {
        demand(scope, "securityGroups", read(olds).text("securityGroupId"));
        const description = read(news).text("description");
        for (const rule of matching(scope, olds)) {
            put(scope.world, "securityGroupRules", { ...rule, description });
        }
    },
    delete(scope, _id, state) {
        for (const rule of matching(scope, state)) {
            remove(scope.world, "securityGroupRules", rule.id);
        }
    },
};

function permissionsOf(properties: Properties) {
    const given = read(properties);
    return permissionsFrom(
        properties,
        given.text("type") === "egress",
        given.text("securityGroupId"),
    );
}

function matching(scope: Scope, properties: Properties) {
    const given = read(properties);
    const keys = new Set(permissionsOf(properties).map(keyOf));
    const rules = rulesOf(scope, given.text("securityGroupId"), given.text("type") === "egress");
    return rules.filter((rule) => keys.has(keyOf(rule)));
}
