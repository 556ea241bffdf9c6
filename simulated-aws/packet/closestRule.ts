import { profileResourcesOf, ruleIdIn } from "../services/profiles/profileRules";
import { isWithin } from "../services/route53/names";
import type { ResolverRule } from "../world/objects/dns";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";

/** Of the resolver rules of a VPC, its own before those of its profiles, the one with the longest name that holds a name. */
export function closestRule(world: World, vpcId: string, asked: string): ResolverRule | undefined {
    const own = all(world, "resolverRuleVpcs")
        .filter((each) => each.vpcId === vpcId)
        .map(({ ruleId }) => ruleId);
    const carried = profileResourcesOf(world, vpcId).map(({ resourceArn }) =>
        ruleIdIn(resourceArn),
    );
    return [...own, ...carried]
        .flatMap((id) => get(world, "resolverRules", id) ?? [])
        .filter(({ domainName }) => domainName === "" || isWithin(asked, domainName))
        .sort((one, other) => other.domainName.length - one.domainName.length)[0];
}
