import {
    ALL_SERVICES,
    ANY_COMMERCIAL_REGION,
    findHosts,
    findPartition,
} from "eks-privatelink/domain";

import { follow, joinLinks, leadsAnywhere, type Links, sharedTargets } from "../../stack/links";
import { RESOLVER_RULE, RESOLVER_RULE_ASSOCIATION, VPCS } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek, type UnknownValue } from "../../stack/unknownValues";
import { peekString, readString } from "../../stack/values";
import { normalizeName } from "../hosts";

/** A Resolver rule that has other DNS servers asked for a domain. It wins over a zone, and over private DNS, of the same name. */
export interface ForwardingRule {
    resource: StackResource;
    domain: string;
    /** VPCs that this stack associates with it; others may be where the rule is shared. */
    places: Links;
}

/** The forwarding rules of a stack whose domains are known. */
export function findForwardingRules(stack: Stack): ForwardingRule[] {
    return stack
        .once(readRules)
        .flatMap(({ domain = "", ...rule }) => (domain === "" ? [] : [{ ...rule, domain }]));
}

/** The forwarding rules that may be for any name, in any of these VPCs. */
export function findUnreadRules(
    stack: Stack,
    vpcs: Links,
): { resource: StackResource; unknown: UnknownValue }[] {
    return stack
        .once(readRules)
        .flatMap(({ resource, unknown, places }) =>
            unknown !== undefined &&
            (!leadsAnywhere(places) || sharedTargets(places, vpcs).size > 0)
                ? [{ resource, unknown }]
                : [],
        );
}

/** A rule with a domain, or with what preview does not know of it. */
type ReadRule = Omit<ForwardingRule, "domain"> & { domain?: string; unknown?: UnknownValue };

function readRules(stack: Stack): ReadRule[] {
    const associations = stack.ofType(RESOLVER_RULE_ASSOCIATION).map((each) => ({
        rules: follow(stack, each, "resolverRuleId", { types: [RESOLVER_RULE] }).resources,
        place: follow(stack, each, "vpcId", { types: VPCS }),
    }));
    return stack
        .ofType(RESOLVER_RULE)
        .filter(({ given }) => peekString(given, "ruleType") === "FORWARD")
        .map((resource) => {
            const { value, unknown } = peek(() => readString(resource.given, "domainName"));
            const own = associations.filter(({ rules }) => rules.includes(resource));
            const places = joinLinks(own.map(({ place }) => place));
            return { resource, domain: value && normalizeName(value), unknown, places };
        });
}

/**
 * Whether a Resolver rule of a VPC may have other DNS servers answer for host names of EKS, such as those of a hub: a rule for one
 * of them or for a domain above it, and a rule of another stack, which this one does not show.
 */
export function mayForwardEks(stack: Stack, vpc: Links): boolean {
    const isHere = (places: Links): boolean => sharedTargets(places, vpc).size > 0;
    const isForeign = (association: StackResource): boolean =>
        follow(stack, association, "resolverRuleId", { types: [RESOLVER_RULE] }).elsewhere.length >
        0;
    return (
        stack
            .ofType(RESOLVER_RULE_ASSOCIATION)
            .filter((each) => isHere(follow(stack, each, "vpcId", { types: VPCS })))
            .some(isForeign) ||
        stack
            .once(findForwardingRules)
            .some(({ domain, places }) => isHere(places) && isAboveEks(domain))
    );
}

function isAboveEks(domain: string): boolean {
    const region = domain.split(".").find((label) => findPartition(label) !== undefined);
    return findHosts(ALL_SERVICES, region ?? ANY_COMMERCIAL_REGION).some(({ hostName }) =>
        isWithin(hostName, domain),
    );
}

/** Whether a domain is a zone or below it, and a host is the domain or below it: then a rule decides before the zone. */
export function isBetween(domain: string, hostName: string, zone: string): boolean {
    return isWithin(hostName, domain) && isWithin(domain, zone);
}

/** Whether a name is that of a zone or below it. */
export function isWithin(name: string, zone: string): boolean {
    return name === zone || name.endsWith(`.${zone}`);
}
