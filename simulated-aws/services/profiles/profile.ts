import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, issueHex, list, put, remove } from "../../world/objectsOf";
import { sharedArnOf } from "../ram/shareable";
import { common } from "../tags";
import { nameFailures, RESOLVER_NAME } from "../validators";
import { NAMED, TIMEOUTS } from "./named";
import { findProfile, missing } from "./profileRules";

/** Profiles per account and region. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const PROFILES_PER_REGION = 5;

/** `aws.route53.ProfilesProfile` */
export const profile: ResourceModel = {
    schema: {
        token: "aws:route53/profilesProfile:ProfilesProfile",
        ...NAMED,
        required: {},
        optional: { tags: stringMap, timeouts: TIMEOUTS },
        computed: {
            ...NAMED.computed,
            arn: "string",
            shareStatus: "string",
            tagsAll: stringMap,
        },
        replaceOn: ["name", "region"],
    },
    operations: {
        service: "Route53Profiles",
        create: "CreateProfile",
        update: "TagResource",
        delete: "DeleteProfile",
    },
    check: (inputs) => nameFailures(inputs, "name", RESOLVER_NAME),
    create(scope, inputs) {
        if (list(scope, "profiles").length >= PROFILES_PER_REGION) {
            throw new AwsError(
                "LimitExceededException",
                `The account has ${PROFILES_PER_REGION} profiles in ${scope.region}, which is the maximum.`,
            );
        }
        const { world, account, region } = scope;
        const id = `rp-${issueHex(world, 16)}`;
        const name = read(inputs).text("name");
        put(world, "profiles", { id, account, region, tags: read(inputs).tags(), name });
        return id;
    },
    read(scope, id) {
        const found = findProfile(scope, id);
        if (found === undefined) {
            return undefined;
        }
        const arn = sharedArnOf(scope.world, "profiles", id);
        const isShared = all(scope.world, "resourceShares").some(
            (share) => share.principals.length > 0 && share.resourceArns.includes(arn),
        );
        return {
            ...common(found),
            arn,
            name: found.name,
            ownerId: found.account,
            shareStatus: isShared ? "SHARED_BY_ME" : "NOT_SHARED",
            status: "COMPLETE",
            statusMessage: "Created Profile",
        };
    },
    update(scope, id, _olds, news) {
        const found = findProfile(scope, id);
        if (found === undefined) {
            throw missing(id);
        }
        put(scope.world, "profiles", { ...found, tags: read(news).tags() });
    },
    delete(scope, id) {
        const { world } = scope;
        if (all(world, "profileVpcs").some((each) => each.profileId === id)) {
            throw new AwsError(
                "ConflictException",
                `The profile ${id} is associated with VPCs; it cannot be deleted before they are disassociated.`,
            );
        }
        const resources = all(world, "profileResources").filter((each) => each.profileId === id);
        for (const each of resources) {
            remove(world, "profileResources", each.id);
        }
        remove(world, "profiles", id);
    },
};
