import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, arnOf, find, issueHex, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { nameFailures, RESOLVER_NAME } from "../validators";
import { NAMED, TIMEOUTS } from "./named";
import { demandUsable, missing } from "./profileRules";

/** VPCs per profile. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const VPCS_PER_PROFILE = 1_000;

/** AssociateProfile in the API reference. */
const PROFILES_PER_VPC = 2;

/** Priority without a choice; the provider has no property for another one. AssociateProfile in the API reference. */
const DEFAULT_PRIORITY = 100;

/** `aws.route53.ProfilesAssociation`: a VPC that uses a profile, made by the owner of the VPC. */
export const profileVpc: ResourceModel = {
    schema: {
        token: "aws:route53/profilesAssociation:ProfilesAssociation",
        ...NAMED,
        required: { profileId: "string", resourceId: "string" },
        optional: { tags: stringMap, timeouts: TIMEOUTS },
        computed: { ...NAMED.computed, arn: "string", tagsAll: stringMap },
        replaceOn: ["name", "profileId", "region", "resourceId"],
    },
    operations: {
        service: "Route53Profiles",
        create: "AssociateProfile",
        update: "TagResource",
        delete: "DisassociateProfile",
    },
    check: (inputs) => nameFailures(inputs, "name", RESOLVER_NAME),
    create(scope, inputs) {
        const given = read(inputs);
        const profile = demandUsable(scope, given.text("profileId"));
        const vpcId = given.text("resourceId");
        if (find(scope, "vpcs", vpcId) === undefined) {
            throw missing(vpcId);
        }
        demandRoom(scope, profile.id, vpcId);
        demandPriority(scope, vpcId);
        const made = {
            id: `rpassoc-${issueHex(scope.world, 16)}`,
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            name: given.text("name"),
            profileId: profile.id,
            vpcId,
            priority: DEFAULT_PRIORITY,
        };
        put(scope.world, "profileVpcs", made);
        return made.id;
    },
    read(scope, id) {
        const found = find(scope, "profileVpcs", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "route53profiles", `profile-association/${found.id}`),
                name: found.name,
                ownerId: found.account,
                profileId: found.profileId,
                resourceId: found.vpcId,
                status: "COMPLETE",
                statusMessage: "Created Profile Association",
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = find(scope, "profileVpcs", id);
        if (found === undefined) {
            throw missing(id);
        }
        put(scope.world, "profileVpcs", { ...found, tags: read(news).tags() });
    },
    delete(scope, id) {
        remove(scope.world, "profileVpcs", id);
    },
};

/** The codes are of the service, the texts are simulated. */
function demandRoom(scope: Scope, profileId: string, vpcId: string): void {
    const used = all(scope.world, "profileVpcs");
    const others = used.filter((each) => each.vpcId === vpcId);
    if (others.some((each) => each.profileId === profileId)) {
        throw new AwsError(
            "ResourceExistsException",
            `The profile ${profileId} is already associated with the resource ${vpcId}.`,
        );
    }
    if (others.length >= PROFILES_PER_VPC) {
        throw new AwsError(
            "LimitExceededException",
            `The resource ${vpcId} has ${PROFILES_PER_VPC} profiles, which is the maximum.`,
        );
    }
    if (used.filter((each) => each.profileId === profileId).length >= VPCS_PER_PROFILE) {
        throw new AwsError(
            "LimitExceededException",
            `The profile ${profileId} has ${VPCS_PER_PROFILE} VPCs, which is the maximum.`,
        );
    }
}

/** Two profiles of a VPC are told apart by their priority. */
function demandPriority(scope: Scope, vpcId: string): void {
    const other = all(scope.world, "profileVpcs").find(
        (each) => each.vpcId === vpcId && each.priority === DEFAULT_PRIORITY,
    );
    if (other === undefined) {
        return;
    }
    throw new AwsError(
        "ConflictException",
        `The profile ${other.profileId} is associated with the resource ${vpcId} at the priority ${DEFAULT_PRIORITY}.`,
    );
}
