import { follow, targetsOf } from "../../stack/links";
import { PROFILE_ASSOCIATION, VPCS } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { isGiven } from "../../stack/values";

/** An association of a profile with a VPC that has one already. */
export interface SecondProfile {
    association: StackResource;
    earlier: StackResource;
    /** The VPC, in words. */
    vpc: string;
}

/**
 * The associations that give a VPC a second profile at the priority of the first. AWS takes two at different priorities, which
 * `aws.route53.ProfilesAssociation` cannot set yet. Source: API model of AssociateProfile in botocore 1.44.8, read 2026-11-26.
 */
export function findSecondProfiles(stack: Stack): SecondProfile[] {
    const first = new Map<string, StackResource>();
    return stack.ofType(PROFILE_ASSOCIATION).flatMap((association) => {
        const vpcs = targetsOf(follow(stack, association, "resourceId", { types: VPCS }));
        return [...vpcs].flatMap(([key, vpc]) => {
            const earlier = first.get(key);
            first.set(key, earlier ?? association);
            const areApart = [association, earlier].some((each) =>
                isGiven(each?.given, "priority"),
            );
            return earlier === undefined || areApart ? [] : [{ association, earlier, vpc }];
        });
    });
}
