import { findPointingTo, follow } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import {
    PROFILE,
    RESOURCE_SHARE,
    SHARE_PRINCIPAL,
    SHARED_RESOURCE,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { readString } from "../../stack/values";
import { findPrivateZones } from "../dns/hostedZones";
import { findProfiles } from "../dns/profiles";
import { readEndpoint } from "../endpoints";

/** A share of AWS RAM, and a profile with something of EKS that it shares. */
export interface SharedProfile {
    share: StackResource;
    profile: StackResource;
}

/** The profiles with EKS endpoints or their zones that this stack shares. Those that cannot be looked into are noted. */
export function findSharedProfiles(stack: Stack, notes: Notes): SharedProfile[] {
    const ours = findEksProfiles(stack, notes);
    return stack.ofType(SHARED_RESOURCE).flatMap((association) => {
        const { resources, elsewhere } = follow(stack, association, "resourceArn", {
            types: [PROFILE],
            by: "arn",
        });
        notes.addMissing(association, "shares", {
            elsewhere: elsewhere.filter((arn) => arn.includes(":route53profiles:")),
        });
        const profiles = resources.filter((profile) => ours.has(profile));
        const shares = profiles.length === 0 ? [] : findShares(stack, association, notes);
        return profiles.flatMap((profile) => shares.map((share) => ({ share, profile })));
    });
}

function findEksProfiles(stack: Stack, notes: Notes): Set<StackResource> {
    const profiles = findProfiles(stack);
    const zones = findPrivateZones(stack, profiles);
    const isEks = (carried: StackResource): boolean => {
        const zone = zones.find(({ resource }) => resource === carried);
        notes.addUnknown(carried, zone?.unknownName);
        const endpoint = notes.attempt(carried, () => readEndpoint(carried));
        return zone?.host !== undefined || endpoint !== undefined;
    };
    return new Set(
        profiles
            .filter(({ carried }) => carried.resources.some(isEks))
            .flatMap(({ profile }) => profile.resources),
    );
}

function findShares(stack: Stack, association: StackResource, notes: Notes): StackResource[] {
    const links = follow(stack, association, "resourceShareArn", {
        types: [RESOURCE_SHARE],
        by: "arn",
    });
    notes.addMissing(association, "is part of", links);
    return links.resources;
}

/** The principals of a share that are organisations or units of one, each with the organisation. */
export function findPrincipals(
    stack: Stack,
    share: StackResource,
    notes: Notes,
): { resource: StackResource; organizationId: string }[] {
    return findPointingTo(stack, share, {
        from: [SHARE_PRINCIPAL],
        property: "resourceShareArn",
        types: [RESOURCE_SHARE],
        by: "arn",
    }).flatMap((resource) => {
        const arn = notes.attempt(resource, () => readString(resource.given, "principal"));
        const [, organizationId] =
            /^arn:[^:]+:organizations::\d*:(?:organization|ou)\/(o-[a-z0-9]+)/.exec(arn ?? "") ??
            [];
        return organizationId === undefined ? [] : [{ resource, organizationId }];
    });
}
