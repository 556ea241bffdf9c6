import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Profile, ProfileResource } from "../../world/objects/dns";
import { all, find, get, issueHex, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { jsonFailures, nameFailures, RESOLVER_NAME } from "../validators";
import { NAMED, TIMEOUTS } from "./named";
import { endpointOf, findProfile, missing, ruleIdIn, zoneIdIn } from "./profileRules";

/** `aws.route53.ProfilesResourceAssociation`: a private zone, an interface endpoint or a resolver rule in a profile. */
export const profileResource: ResourceModel = {
    schema: {
        token: "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation",
        ...NAMED,
        required: { profileId: "string", resourceArn: "string" },
        optional: { timeouts: TIMEOUTS },
        settled: { ...NAMED.settled, resourceProperties: "string" },
        computed: { ...NAMED.computed, resourceType: "string" },
        replaceOn: ["name", "profileId", "region", "resourceArn"],
    },
    operations: {
        service: "Route53Profiles",
        create: "AssociateResourceToProfile",
        update: "UpdateProfileResourceAssociation",
        delete: "DisassociateResourceFromProfile",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", RESOLVER_NAME),
        ...jsonFailures(inputs, "resourceProperties"),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const profile = findProfile(scope, given.text("profileId"));
        if (profile === undefined) {
            throw missing(given.text("profileId"));
        }
        const made = {
            id: `rpr-${issueHex(scope.world, 16)}`,
            account: scope.account,
            region: scope.region,
            tags: {},
            name: given.text("name"),
            profileId: profile.id,
            resourceArn: given.text("resourceArn"),
            resourceProperties: given.text("resourceProperties"),
        };
        demandNew(scope, profile, made.resourceArn);
        const zone = get(scope.world, "zones", zoneIdIn(made.resourceArn));
        if (zone !== undefined && zone.vpcs.length > 0 && zone.account === scope.account) {
            demandFreeName(scope, profile, zone.name);
        } else if (!isOwn(scope, made)) {
            throw missing(made.resourceArn);
        }
        put(scope.world, "profileResources", made);
        return made.id;
    },
    read(scope, id) {
        const found = find(scope, "profileResources", id);
        return (
            found && {
                region: found.region,
                name: found.name,
                ownerId: found.account,
                profileId: found.profileId,
                resourceArn: found.resourceArn,
                resourceProperties: found.resourceProperties,
                resourceType: typeOf(found),
                status: "COMPLETE",
                statusMessage: "Created Association",
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = find(scope, "profileResources", id);
        if (found === undefined) {
            throw missing(id);
        }
        const resourceProperties = read(news).text("resourceProperties");
        put(scope.world, "profileResources", { ...found, resourceProperties });
    },
    delete(scope, id) {
        remove(scope.world, "profileResources", id);
    },
};

function typeOf({ resourceArn }: ProfileResource): string {
    if (zoneIdIn(resourceArn) !== "") {
        return "PRIVATE_HOSTED_ZONE";
    }
    return ruleIdIn(resourceArn) === "" ? "VPC_ENDPOINT" : "RESOLVER_RULE";
}

/** An endpoint or a resolver rule of the caller. */
function isOwn(scope: Scope, resource: ProfileResource): boolean {
    const { world, account } = scope;
    const rule = get(world, "resolverRules", ruleIdIn(resource.resourceArn));
    return (rule ?? endpointOf(world, resource))?.account === account;
}

/** The codes of this and the next refusal are of the service, the texts are simulated. */
function demandNew(scope: Scope, profile: Profile, resourceArn: string): void {
    const isThere = all(scope.world, "profileResources").some(
        (each) => each.profileId === profile.id && each.resourceArn === resourceArn,
    );
    if (!isThere) {
        return;
    }
    throw new AwsError(
        "ResourceExistsException",
        `The resource ${resourceArn} is already associated with the profile ${profile.id}.`,
    );
}

function demandFreeName(scope: Scope, profile: Profile, name: string): void {
    const { world } = scope;
    const names = all(world, "profileResources")
        .filter((each) => each.profileId === profile.id)
        .map((each) => get(world, "zones", zoneIdIn(each.resourceArn))?.name);
    if (!names.includes(name)) {
        return;
    }
    throw new AwsError(
        "ConflictException",
        `The profile ${profile.id} has another private hosted zone for ${name}.`,
    );
}
