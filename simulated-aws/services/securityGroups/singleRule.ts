import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { RuleSource, SecurityGroupRule } from "../../world/objects/network";
import { arnOf, demand, find, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { cidrFailures } from "../validators";
import { authorize, keyOf, protocolOf } from "./rules";

/** `aws.vpc.SecurityGroupIngressRule`: one rule of EC2 with one source. */
export const ingressRule = singleRule("securityGroupIngressRule:SecurityGroupIngressRule", false);

/** `aws.vpc.SecurityGroupEgressRule`. */
export const egressRule = singleRule("securityGroupEgressRule:SecurityGroupEgressRule", true);

function singleRule(name: string, isEgress: boolean): ResourceModel {
    const direction = isEgress ? "Egress" : "Ingress";
    return {
        schema: {
            token: `aws:vpc/${name}`,
            required: { ipProtocol: "string", securityGroupId: "string" },
            optional: {
                cidrIpv4: "string",
                cidrIpv6: "string",
                description: "string",
                fromPort: "integer",
                prefixListId: "string",
                referencedSecurityGroupId: "string",
                tags: stringMap,
                toPort: "integer",
            },
            settled: { region: "string" },
            computed: { arn: "string", securityGroupRuleId: "string", tagsAll: stringMap },
            replaceOn: ["securityGroupId", "region"],
        },
        operations: {
            service: "EC2",
            create: `AuthorizeSecurityGroup${direction}`,
            update: "ModifySecurityGroupRules",
            delete: `RevokeSecurityGroup${direction}`,
        },
        check: (inputs) => [
            ...cidrFailures(inputs, "cidrIpv4", 4),
            ...cidrFailures(inputs, "cidrIpv6", 6),
            ...sourceFailures(inputs),
        ],
        create(scope, inputs) {
            const permission = { isEgress, ...permissionFrom(inputs) };
            const groupId = read(inputs).text("securityGroupId");
            const [id] = authorize(scope, groupId, [permission], read(inputs).tags());
            return id ?? "";
        },
        read(scope, id) {
            const rule = find(scope, "securityGroupRules", id);
            if (rule?.isEgress !== isEgress) {
                return undefined;
            }
            return {
                ...common(rule),
                ...outputsOf(rule),
                arn: arnOf(scope, "ec2", `security-group-rule/${id}`),
                securityGroupRuleId: id,
            };
        },
        update(scope, id, _olds, news) {
            const rule = demand(scope, "securityGroupRules", id);
            const next = { ...rule, ...permissionFrom(news), tags: read(news).tags() };
            if (keyOf(next) === keyOf(rule)) {
                put(scope.world, "securityGroupRules", next);
            } else {
                authorize(scope, rule.groupId, [{ isEgress, ...permissionFrom(news) }]).forEach(
                    (made) => {
                        remove(scope.world, "securityGroupRules", made);
                    },
                );
                put(scope.world, "securityGroupRules", next);
            }
        },
        delete: (scope, id) => {
            remove(scope.world, "securityGroupRules", id);
        },
    };
}

const SOURCES = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"] as const;

function sourceFailures(inputs: Properties) {
    const given = SOURCES.filter((source) => inputs[source] !== undefined);
    if (given.length === 1) {
        return [];
    }
    return [
        {
            property: given[1] ?? "cidrIpv4",
            reason:
                "Invalid Attribute Combination: Exactly one of these attributes must be configured: " +
                "[cidr_ipv4,cidr_ipv6,prefix_list_id,referenced_security_group_id]",
        },
    ];
}

function permissionFrom(inputs: Properties) {
    const given = read(inputs);
    const protocol = protocolOf(given.text("ipProtocol"));
    if (protocol !== "-1" && (!given.has("fromPort") || !given.has("toPort"))) {
        throw new AwsError(
            "InvalidParameterValue",
            `Invalid value for portRange. Must specify both from and to ports with TCP/UDP.`,
        );
    }
    const referenced = given.has("referencedSecurityGroupId")
        ? { groupId: given.text("referencedSecurityGroupId") }
        : {};
    const source: RuleSource = {
        ...(given.has("cidrIpv4") ? { cidrIpv4: given.text("cidrIpv4") } : {}),
        ...(given.has("cidrIpv6") ? { cidrIpv6: given.text("cidrIpv6") } : {}),
        ...(given.has("prefixListId") ? { prefixListId: given.text("prefixListId") } : {}),
        ...referenced,
    };
    return {
        protocol,
        fromPort: protocol === "-1" ? -1 : given.number("fromPort"),
        toPort: protocol === "-1" ? -1 : given.number("toPort"),
        source,
        description: given.text("description"),
    };
}

function outputsOf(rule: SecurityGroupRule): Properties {
    const ports = rule.protocol === "-1" ? {} : { fromPort: rule.fromPort, toPort: rule.toPort };
    return {
        ...ports,
        securityGroupId: rule.groupId,
        ipProtocol: rule.protocol,
        cidrIpv4: rule.source.cidrIpv4,
        cidrIpv6: rule.source.cidrIpv6,
        prefixListId: rule.source.prefixListId,
        referencedSecurityGroupId: rule.source.groupId,
        description: rule.description === "" ? undefined : rule.description,
    };
}
