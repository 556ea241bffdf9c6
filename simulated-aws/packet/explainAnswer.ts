import { plainName } from "../services/route53/names";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";
import { closestRule } from "./closestRule";
import { closestZone } from "./closestZone";
import { clusterOfHost } from "./clusterNames";
import type { Answer } from "./resolve";

/** Why a client of a VPC hears an answer: the zone, the rule or the server that gave it. */
export function explainAnswer(world: World, vpcId: string, name: string, answer: Answer): string {
    switch (answer.status) {
        case "unknown":
        case "unreachable":
            return answer.reason;
        case "NXDOMAIN":
            return `${giver(world, vpcId, name)} hides ${name} and has no record of it`;
        case "public":
            return `no private zone, rule or endpoint of ${vpcId} has to do with ${name}: public DNS answers`;
        case "private":
            return answer.addresses.length === 0
                ? `${giver(world, vpcId, name)} has ${name}, without an address of this type`
                : `${giver(world, vpcId, name)} answers ${answer.addresses.join(", ")}`;
    }
}

/** Who answers for a name. Rules win over zones of the same name, as in `resolve`. */
function giver(world: World, vpcId: string, name: string): string {
    const asked = plainName(name);
    const vpc = get(world, "vpcs", vpcId);
    const zone = vpc && closestZone(world, vpc, asked);
    const rule = closestRule(world, vpcId, asked);
    if (rule?.ruleType === "FORWARD" && rule.domainName.length >= (zone?.name.length ?? 0)) {
        return `rule ${rule.id} for ${rule.domainName || "every name"} forwards, and its target`;
    }
    const cluster = clusterOfHost(world, asked);
    return (
        zone?.origin ??
        (cluster === undefined
            ? "the endpoint's own name"
            : `public DNS, as cluster ${cluster.name} has no public access,`)
    );
}
