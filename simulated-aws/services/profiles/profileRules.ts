import { AwsError } from "../../world/errors";
import type { Profile, ProfileResource } from "../../world/objects/dns";
import type { Endpoint } from "../../world/objects/network";
import { all, get } from "../../world/objectsOf";
import type { Scope, World } from "../../world/types";
import { findVisible } from "../ram/shareable";

/** The service's answer for an ID or ARN that the caller cannot see. */
export function missing(id: string): AwsError {
    return new AwsError("ResourceNotFoundException", `Can't find the resource with ID "${id}".`);
}

/** A profile of the caller's account and region. */
export function findProfile(scope: Scope, id: string): Profile | undefined {
    const found = get(scope.world, "profiles", id);
    return found?.account === scope.account && found.region === scope.region ? found : undefined;
}

/** A profile that the caller may associate with its VPCs: its own, or one that is shared with it. */
export function demandUsable(scope: Scope, id: string): Profile {
    const found = findVisible(scope, "profiles", id);
    if (found === undefined) {
        throw missing(id);
    }
    return found;
}

/** The endpoint that a resource of a profile is, if it is one. */
export function endpointOf(world: World, resource: ProfileResource): Endpoint | undefined {
    const [, id = ""] = /:ec2:.*:vpc-endpoint\/(.*)$/.exec(resource.resourceArn) ?? [];
    return get(world, "endpoints", id);
}

/** ID of the resolver rule that an ARN names, if it names one. */
export function ruleIdIn(arn: string): string {
    return /:route53resolver:.*:resolver-rule\/(.*)$/.exec(arn)?.[1] ?? "";
}

/** ID of the zone that an ARN names, if it names one. */
export function zoneIdIn(arn: string): string {
    return /:route53:::hostedzone\/(.*)$/.exec(arn)?.[1] ?? "";
}

/** What the profiles of a VPC carry, those of the profile that wins first. */
export function profileResourcesOf(world: World, vpcId: string): ProfileResource[] {
    const used = all(world, "profileVpcs").filter((each) => each.vpcId === vpcId);
    used.sort((one, other) => one.priority - other.priority);
    return used.flatMap(({ profileId }) =>
        all(world, "profileResources").filter((each) => each.profileId === profileId),
    );
}
