import { textOf } from "../../../simulated-aws/model/values";
import { resolve } from "../../../simulated-aws/packet/resolve";
import type { World } from "../../../simulated-aws/world/types";
import type { Engine, Kept } from "./engine";
import { accounts, EKS, sharedEndpoint } from "./zones";

/** Puts a zone or an endpoint into a profile. */
export const carry = (hub: Engine, profile: Kept, thing: Kept) =>
    hub.create("route53.ProfilesResourceAssociation", {
        profileId: profile.id,
        resourceArn: textOf(thing.outputs.arn),
    });

/** Lets a VPC use a profile. */
export const use = (engine: Engine, profile: Kept, vpc: Kept) =>
    engine.create("route53.ProfilesAssociation", { profileId: profile.id, resourceId: vpc.id });

/** Shares a profile with a principal. */
export async function shareWith(hub: Engine, profile: Kept, principal: string) {
    const { id } = await hub.create("ram.ResourceShare", {});
    const resourceArn = textOf(profile.outputs.arn);
    await hub.create("ram.ResourceAssociation", { resourceShareArn: id, resourceArn });
    return hub.create("ram.PrincipalAssociation", { resourceShareArn: id, principal });
}

/** A hub with a shared endpoint, its zone, and a profile that carries nothing yet. */
export async function withProfile() {
    const made = accounts();
    const endpoint = await sharedEndpoint(made.hub);
    const profile = await made.hub.create("route53.ProfilesProfile", { name: "eks" });
    return { ...made, ...endpoint, profile };
}

/** What a VPC finds for a name. */
export const addressesAt = (world: World, vpc: Kept, name = EKS) =>
    resolve(world, { vpcId: vpc.id }, name).addresses;
