import type { CheckFailure, ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { canonicalAddress } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { ResolverRule, RuleTarget } from "../../world/objects/dns";
import { all, find, issueHex, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { findVisible, sharedArnOf } from "../ram/shareable";
import { plainName } from "../route53/names";
import { common } from "../tags";
import { lengthFailures, nameFailures, RESOLVER_NAME } from "../validators";

/** The types of the model; of the others it says so. */
const TYPES = ["FORWARD", "SYSTEM"];

/** `aws.route53.ResolverRule`: where queries for a name go. */
export const resolverRule: ResourceModel = {
    schema: {
        token: "aws:route53/resolverRule:ResolverRule",
        required: { domainName: "string", ruleType: "string" },
        optional: {
            resolverEndpointId: "string",
            tags: stringMap,
            targetIps: {
                list: {
                    object: {
                        ip: "string",
                        ipv6: "string",
                        port: "integer",
                        protocol: "string",
                    },
                },
                unordered: true,
            },
        },
        settled: { name: "string", region: "string" },
        computed: { arn: "string", ownerId: "string", shareStatus: "string", tagsAll: stringMap },
        autoName: { property: "name", maxLength: 64 },
        replaceOn: ["domainName", "region", "ruleType"],
    },
    operations: {
        service: "Route53Resolver",
        create: "CreateResolverRule",
        update: "UpdateResolverRule",
        delete: "DeleteResolverRule",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", RESOLVER_NAME),
        ...lengthFailures(inputs, "domainName", 256),
        ...typeFailures(inputs),
    ],
    create(scope, inputs) {
        const rule = {
            id: `rslvr-rr-${issueHex(scope.world, 17)}`,
            account: scope.account,
            region: scope.region,
            domainName: plainName(read(inputs).text("domainName")),
            ruleType: read(inputs).text("ruleType"),
            ...changeable(inputs),
        };
        demandPossible(scope, rule);
        put(scope.world, "resolverRules", rule);
        return rule.id;
    },
    read(scope, id, known) {
        const found = findVisible(scope, "resolverRules", id);
        return found && outputsOf(scope, found, known);
    },
    update(scope, id, _olds, news) {
        const next = { ...demandRule(scope, id), ...changeable(news) };
        demandPossible(scope, next);
        put(scope.world, "resolverRules", next);
    },
    delete(scope, id) {
        if (all(scope.world, "resolverRuleVpcs").some((each) => each.ruleId === id)) {
            throw new AwsError(
                "ResourceInUseException",
                `[RSLVR-00702] The resolver rule "${id}" is associated with VPCs.`,
            );
        }
        remove(scope.world, "resolverRules", id);
    },
};

function typeFailures(inputs: Properties): CheckFailure[] {
    const type = read(inputs).text("ruleType", "FORWARD");
    if (TYPES.includes(type)) {
        return [];
    }
    const reason = `the simulated AWS has resolver rules of the types ${TYPES.join(" and ")} only, got ${type}`;
    return [{ property: "ruleType", reason }];
}

/** The codes are of the service, the texts are simulated. CreateResolverRule in the API reference. */
function demandPossible(scope: Scope, rule: ResolverRule): void {
    if (rule.ruleType === "SYSTEM") {
        if (rule.targets.length === 0 && rule.resolverEndpointId === "") {
            return;
        }
        throw new AwsError(
            "InvalidParameterException",
            "A rule of the type SYSTEM has neither targets nor a resolver endpoint.",
        );
    }
    if (rule.targets.length === 0) {
        throw new AwsError(
            "InvalidParameterException",
            "A rule of the type FORWARD needs at least one target.",
        );
    }
    if (new Set(rule.targets.map(({ address }) => address.includes(":"))).size > 1) {
        throw new AwsError(
            "InvalidParameterException",
            "The targets of a rule are IPv4 or IPv6 addresses, not both.",
        );
    }
    const endpoint = find(scope, "resolverEndpoints", rule.resolverEndpointId);
    if (endpoint?.direction === "OUTBOUND") {
        return;
    }
    throw new AwsError(
        endpoint === undefined ? "ResourceNotFoundException" : "InvalidRequestException",
        `"${rule.resolverEndpointId}" is not an outbound resolver endpoint of this account.`,
    );
}

/** A rule of the caller's account. */
function demandRule(scope: Scope, id: string): ResolverRule {
    const found = find(scope, "resolverRules", id);
    if (found !== undefined) {
        return found;
    }
    throw new AwsError(
        "ResourceNotFoundException",
        `[RSLVR-00703] Resolver rule with ID "${id}" does not exist.`,
    );
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        name: given.text("name"),
        resolverEndpointId: given.text("resolverEndpointId"),
        targets: given.records("targetIps").map((target): RuleTarget => {
            const address = read(target).text("ip") || read(target).text("ipv6");
            return {
                address: canonicalAddress(address) ?? address,
                port: read(target).number("port", 53),
                protocol: read(target).text("protocol", "Do53"),
            };
        }),
    };
}

function outputsOf(scope: Scope, found: ResolverRule, known: Properties): Properties {
    const arn = sharedArnOf(scope.world, "resolverRules", found.id);
    const isOwn = found.account === scope.account;
    const isShared = all(scope.world, "resourceShares").some((share) =>
        share.resourceArns.includes(arn),
    );
    const given = read(known).text("domainName");
    return {
        ...common(found),
        arn,
        domainName: plainName(given) === found.domainName ? given : found.domainName,
        name: found.name,
        ownerId: found.account,
        resolverEndpointId: found.resolverEndpointId,
        ruleType: found.ruleType,
        shareStatus: !isOwn ? "SHARED_WITH_ME" : isShared ? "SHARED_BY_ME" : "NOT_SHARED",
        targetIps: found.targets.map(({ address, port, protocol }) => ({
            [address.includes(":") ? "ipv6" : "ip"]: address,
            port,
            protocol,
        })),
    };
}
