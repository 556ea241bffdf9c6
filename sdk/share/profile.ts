import { PrincipalAssociation } from "@pulumi/aws/ram/principalAssociation";
import { ResourceAssociation } from "@pulumi/aws/ram/resourceAssociation";
import { ResourceShare } from "@pulumi/aws/ram/resourceShare";
import { ResourceShareAssociationsExclusive } from "@pulumi/aws/ram/resourceShareAssociationsExclusive";
import { ProfilesProfile } from "@pulumi/aws/route53/profilesProfile";
import { ProfilesResourceAssociation } from "@pulumi/aws/route53/profilesResourceAssociation";
import type { Resource } from "@pulumi/pulumi";

import { behind, demand, derive } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { ShareMethod } from "../connection/method";
import { childNames } from "../connection/names";
import { idOfPrincipal } from "./checkPrincipals";
import type { VerifiedShare } from "./verify";
import type { SharedZone } from "./zones";

/** Lets who shares the profile associate it with VPCs, and put nothing into it. Source: the Route 53 guide, "Working with shared Route 53 Profiles". */
const ASSOCIATION_ONLY = "AWSRAMPermissionRoute53ProfileAllowAssociation";

/** A profile that carries zones. */
export interface SharedProfile {
    profile: ProfilesProfile;
    /** What AWS says that is shared, and with whom; undefined where it is shared with nobody. */
    associations?: ResourceShareAssociationsExclusive;
}

/** The profile that carries the zones, and who may associate it; undefined with `hostedZones`. */
export function createProfile(
    verified: VerifiedShare,
    zones: SharedZone[],
    scope: ChildScope,
): SharedProfile | undefined {
    const { args, vpcId } = verified;
    if (args.method !== ShareMethod.Profile) {
        return undefined;
    }
    const { name, parent, region } = scope;
    // Nothing else of a profile waits for the checks on the endpoints.
    const tags = behind(vpcId, scope.tags);
    const profile = new ProfilesProfile(childNames.profile(name), { region, tags }, { parent });
    const entries = new Map<string, Resource>();
    for (const { key, zone, records, hides } of zones) {
        const below = hides.flatMap((hidden) => entries.get(hidden) ?? []);
        const entry = new ProfilesResourceAssociation(
            childNames.profileZone(name, key),
            // The key is short enough for AWS, whatever the share is called.
            { name: key, profileId: profile.id, resourceArn: zone.arn, region },
            // Every VPC of the profile gets the name at once, so the zone has to answer by then.
            { parent, dependsOn: [...records, ...below] },
        );
        entries.set(key, entry);
    }
    return args.principals.length > 0
        ? { profile, associations: shareProfile(profile, verified, { ...scope, tags }) }
        : { profile };
}

function shareProfile(
    profile: ProfilesProfile,
    { args: { principals }, site }: VerifiedShare,
    { name, parent, region, tags }: ChildScope,
): ResourceShareAssociationsExclusive {
    const permission = derive(
        site,
        ({ partition }) => `arn:${partition}:ram::aws:permission/${ASSOCIATION_ONLY}`,
    );
    const share = new ResourceShare(
        childNames.profileShare(name),
        {
            allowExternalPrincipals: false,
            permissionArns: [demand(permission)],
            region,
            tags,
        },
        { parent },
    );
    const resourceShareArn = share.arn;
    const resource = new ResourceAssociation(
        childNames.profileShare(name),
        { resourceArn: profile.arn, resourceShareArn, region },
        { parent },
    );
    const associations = principals.map(
        (principal) =>
            new PrincipalAssociation(
                childNames.profilePrincipal(name, idOfPrincipal(principal)),
                { principal, resourceShareArn, region },
                { parent },
            ),
    );
    // Only read: no function of the provider lists principals, and beside single associations it must not manage them.
    return ResourceShareAssociationsExclusive.get(
        childNames.profileShare(name),
        share.id,
        undefined,
        { parent, dependsOn: [resource, ...associations] },
    );
}
