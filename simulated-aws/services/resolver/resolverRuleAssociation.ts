import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, find, get, issueHex, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { findVisible } from "../ram/shareable";
import { nameFailures, RESOLVER_NAME } from "../validators";

/** `aws.route53.ResolverRuleAssociation`: a VPC that uses a rule, made by the owner of the VPC. */
export const resolverRuleAssociation: ResourceModel = {
    schema: {
        token: "aws:route53/resolverRuleAssociation:ResolverRuleAssociation",
        required: { resolverRuleId: "string", vpcId: "string" },
        optional: {},
        settled: { name: "string", region: "string" },
        computed: {},
        autoName: { property: "name", maxLength: 64 },
        replaceOn: ["name", "region", "resolverRuleId", "vpcId"],
    },
    operations: {
        service: "Route53Resolver",
        create: "AssociateResolverRule",
        delete: "DisassociateResolverRule",
    },
    check: (inputs) => nameFailures(inputs, "name", RESOLVER_NAME),
    create(scope, inputs) {
        const given = read(inputs);
        const ruleId = given.text("resolverRuleId");
        const vpcId = given.text("vpcId");
        demandPossible(scope, ruleId, vpcId);
        const made = {
            id: `rslvr-rrassoc-${issueHex(scope.world, 17)}`,
            account: scope.account,
            region: scope.region,
            tags: {},
            name: given.text("name"),
            ruleId,
            vpcId,
        };
        put(scope.world, "resolverRuleVpcs", made);
        return made.id;
    },
    read(scope, id) {
        const found = find(scope, "resolverRuleVpcs", id);
        return (
            found && {
                name: found.name,
                region: found.region,
                resolverRuleId: found.ruleId,
                vpcId: found.vpcId,
            }
        );
    },
    delete(scope, id) {
        remove(scope.world, "resolverRuleVpcs", id);
    },
};

/** The codes are of the service, the texts are simulated. AssociateResolverRule in the API reference. */
function demandPossible(scope: Scope, ruleId: string, vpcId: string): void {
    const rule = findVisible(scope, "resolverRules", ruleId);
    if (rule === undefined) {
        throw new AwsError(
            "ResourceNotFoundException",
            `[RSLVR-00703] Resolver rule with ID "${ruleId}" does not exist.`,
        );
    }
    if (find(scope, "vpcs", vpcId) === undefined) {
        throw new AwsError("InvalidParameterException", `The VPC "${vpcId}" does not exist.`);
    }
    const same = all(scope.world, "resolverRuleVpcs").find(
        (each) =>
            each.vpcId === vpcId &&
            get(scope.world, "resolverRules", each.ruleId)?.domainName === rule.domainName,
    );
    if (same === undefined) {
        return;
    }
    throw new AwsError(
        "ResourceExistsException",
        `The VPC "${vpcId}" already uses the rule "${same.ruleId}" for ${rule.domainName}.`,
    );
}
