import { Findings } from "../findings";
import { readEndpoint } from "./eksEndpoints";
import { findPrivateZones } from "./hostedZones";
import { follow } from "./links";
import { findProfiles } from "./profiles";
import { PROFILE, RESOURCE_SHARE, SHARE_PRINCIPAL, SHARED_RESOURCE } from "./resourceTypes";
import { Stack } from "./stack";
import { describeResource, StackResource } from "./stackResource";
import { readString } from "./values";

/** A share of AWS RAM, and a profile with something of EKS that it shares. */
export interface SharedProfile {
    share: StackResource;
    profile: StackResource;
}

/** The profiles with EKS endpoints or their zones that this stack shares. Those that cannot be looked into are noted. */
export function findSharedProfiles(stack: Stack, findings: Findings): SharedProfile[] {
    const ours = findEksProfiles(stack, findings);
    return stack.ofType(SHARED_RESOURCE).flatMap((association) => {
        const { resources, elsewhere } = follow(stack, association, "resourceArn", {
            types: [PROFILE],
            by: "arn",
        });
        for (const arn of elsewhere.filter((each) => each.includes(":route53profiles:"))) {
            findings.notApplicable.add(
                `${describeResource(association)} shares ${arn}, which is not in this stack`,
            );
        }
        const profiles = resources.filter((profile) => ours.has(profile));
        const shares = profiles.length === 0 ? [] : findShares(stack, association, findings);
        return profiles.flatMap((profile) => shares.map((share) => ({ share, profile })));
    });
}

function findEksProfiles(stack: Stack, findings: Findings): Set<StackResource> {
    const profiles = findProfiles(stack);
    const zones = findPrivateZones(stack, profiles);
    const isEks = (carried: StackResource): boolean => {
        const zone = zones.find(({ resource }) => resource === carried);
        findings.addUnknown(carried, zone?.unknownName);
        const endpoint = findings.attempt(carried, () => readEndpoint(carried));
        return zone?.host !== undefined || endpoint !== undefined;
    };
    return new Set(
        profiles
            .filter(({ carried }) => carried.resources.some(isEks))
            .flatMap(({ profile }) => profile.resources),
    );
}

function findShares(stack: Stack, association: StackResource, findings: Findings): StackResource[] {
    const { resources, elsewhere, unknown } = follow(stack, association, "resourceShareArn", {
        types: [RESOURCE_SHARE],
        by: "arn",
    });
    findings.addUnknown(association, unknown);
    for (const arn of elsewhere) {
        findings.notApplicable.add(
            `${describeResource(association)} is part of ${arn}, which is not in this stack`,
        );
    }
    return resources;
}

/** The principals of a share that are organisations or units of one, each with the organisation. */
export function findPrincipals(
    stack: Stack,
    share: StackResource,
    findings: Findings,
): { resource: StackResource; organizationId: string }[] {
    return stack
        .ofType(SHARE_PRINCIPAL)
        .filter((association) =>
            follow(stack, association, "resourceShareArn", {
                types: [RESOURCE_SHARE],
                by: "arn",
            }).resources.includes(share),
        )
        .flatMap((resource) => {
            const arn = findings.attempt(resource, () => readString(resource.given, "principal"));
            const [, organizationId] =
                /^arn:[^:]+:organizations::\d*:(?:organization|ou)\/(o-[a-z0-9]+)/.exec(
                    arn ?? "",
                ) ?? [];
            return organizationId === undefined ? [] : [{ resource, organizationId }];
        });
}
