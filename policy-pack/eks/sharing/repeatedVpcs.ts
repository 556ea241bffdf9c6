import { joinLinks, targetsOf } from "../../stack/links";
import { ZONE_ASSOCIATION } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { vpcOfAssociation, zoneOf } from "../dns/hostedZones";
import { readOwnVpcs } from "./associations";

/** An association of a VPC with a zone that has it already. */
export interface RepeatedVpc {
    association: StackResource;
    /** The zone itself where it names the VPC, or an earlier association. */
    earlier: StackResource;
    /** The VPC, in words. */
    vpc: string;
}

/**
 * The associations of a zone that bring it a VPC which it names itself, or which another association brings. An authorisation
 * brings none. What the program names counts also where it ignores changes of it: a new zone is created with it.
 */
export function findRepeatedVpcs(
    stack: Stack,
    zone: StackResource,
    associations: StackResource[],
): RepeatedVpc[] {
    const own = readOwnVpcs(stack, zone);
    const named = targetsOf(joinLinks(own.map(({ vpc }) => vpc)));
    // A list that depends on more VPCs than it has items may hold the ID of any of them.
    const certain = named.size > own.length ? [] : [...named.keys()];
    const first = new Map(certain.map((key) => [key, zone]));
    return associations.flatMap((association) => {
        const zones = targetsOf(zoneOf(stack, association));
        const [target, ...others] = targetsOf(vpcOfAssociation(stack, association));
        const isCertain = zones.size === 1 && others.length === 0;
        if (association.type !== ZONE_ASSOCIATION || target === undefined || !isCertain) {
            return [];
        }
        const [key, vpc] = target;
        const earlier = first.get(key);
        first.set(key, earlier ?? association);
        return earlier === undefined ? [] : [{ association, earlier, vpc }];
    });
}
