import { outputOf, type TestResource } from "../testResource";
import { ACCOUNT_ID, idOf, type Inputs, type Placed, REGION } from "./common";

export function profile({ name = "profile" }: Placed = {}): TestResource {
    const id = idOf("rp", name);
    return {
        type: "aws:route53/profilesProfile:ProfilesProfile",
        name,
        inputs: {},
        computed: { id, arn: `arn:aws:route53profiles:${REGION}:${ACCOUNT_ID}:profile/${id}` },
    };
}

/** Puts a zone or an endpoint into a profile. */
export function carriedBy(
    own: TestResource,
    carried: TestResource,
    { name = `${own.name}-${carried.name}` }: Placed = {},
): TestResource {
    return {
        type: "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation",
        name,
        inputs: { profileId: outputOf(own), resourceArn: outputOf(carried, "arn") },
        computed: { id: name },
    };
}

/** Associates a profile with a VPC. */
export function profileAssociation(inputs: Inputs, { name = "joined" }: Placed = {}): TestResource {
    return {
        type: "aws:route53/profilesAssociation:ProfilesAssociation",
        name,
        inputs,
        computed: { id: name },
    };
}

export function resourceShare(inputs: Inputs = {}, { name = "share" }: Placed = {}): TestResource {
    return {
        type: "aws:ram/resourceShare:ResourceShare",
        name,
        inputs,
        computed: {
            id: name,
            arn: `arn:aws:ram:${REGION}:${ACCOUNT_ID}:resource-share/${name}`,
            allowExternalPrincipals: false,
        },
    };
}

/** Puts something into a resource share. */
export function sharedThrough(inputs: Inputs, { name = "shared" }: Placed = {}): TestResource {
    return {
        type: "aws:ram/resourceAssociation:ResourceAssociation",
        name,
        inputs,
        computed: { id: name },
    };
}

/** Whom something is shared with. */
export function sharePrincipal(inputs: Inputs, { name = "principal" }: Placed = {}): TestResource {
    return {
        type: "aws:ram/principalAssociation:PrincipalAssociation",
        name,
        inputs,
        computed: { id: name },
    };
}
