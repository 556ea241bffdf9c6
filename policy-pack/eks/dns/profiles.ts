import { follow, joinLinks, type Links, sharedTargets } from "../../stack/links";
import {
    PROFILE,
    PROFILE_ASSOCIATION,
    PROFILE_RESOURCE_ASSOCIATION,
    VPC_ENDPOINT,
    VPCS,
    ZONE,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";

/** A Route 53 Profile with something in it; the profile itself may be in another stack. */
export interface Profile {
    /** What puts the thing into it. */
    association: StackResource;
    profile: Links;
    /** A hosted zone, or an endpoint, that it carries to its VPCs. */
    carried: Links;
    /** VPCs that this stack associates with it. */
    places: Links;
}

/** The profiles that zones and endpoints of this stack are put into, one entry for each thing put in. */
export function findProfiles(stack: Stack): Profile[] {
    const associations = stack.ofType(PROFILE_ASSOCIATION).map((association) => ({
        profile: profileOf(stack, association),
        place: follow(stack, association, "resourceId", { types: VPCS }),
    }));
    return stack.ofType(PROFILE_RESOURCE_ASSOCIATION).map((resource) => {
        const profile = profileOf(stack, resource);
        return {
            association: resource,
            profile,
            carried: follow(stack, resource, "resourceArn", {
                types: [ZONE, VPC_ENDPOINT],
                by: "arn",
            }),
            places: joinLinks(
                associations
                    .filter((other) => sharedTargets(other.profile, profile).size > 0)
                    .map(({ place }) => place),
            ),
        };
    });
}

/** The profiles among these that carry a resource. */
export function carrying(profiles: Profile[], resource: StackResource): Profile[] {
    return profiles.filter(({ carried }) => carried.resources.includes(resource));
}

/** The profile of an association with a VPC or with what it carries. */
export function profileOf(stack: Stack, association: StackResource): Links {
    return follow(stack, association, "profileId", { types: [PROFILE] });
}
