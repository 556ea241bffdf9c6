import {
    ALL_SERVICES,
    ANY_COMMERCIAL_REGION,
    findHosts,
    findPartition,
} from "eks-privatelink/domain";

import { follow, joinLinks, type Links, sharedTargets } from "../../stack/links";
import { RESOLVER_RULE, RESOLVER_RULE_ASSOCIATION, VPCS } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peekString } from "../../stack/values";
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
    const associations = stack.ofType(RESOLVER_RULE_ASSOCIATION).map((each) => ({
        rules: follow(stack, each, "resolverRuleId", { types: [RESOLVER_RULE] }).resources,
        place: follow(stack, each, "vpcId", { types: VPCS }),
    }));
    return stack
        .ofType(RESOLVER_RULE)
        .filter(({ given }) => peekString(given, "ruleType") === "FORWARD")
        .map((resource) => ({
            resource,
            domain: normalizeName(peekString(resource.given, "domainName") ?? ""),
            places: joinLinks(
                associations
                    .filter(({ rules }) => rules.includes(resource))
                    .map(({ place }) => place),
            ),
        }))
        .filter(({ domain }) => domain !== "");
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
