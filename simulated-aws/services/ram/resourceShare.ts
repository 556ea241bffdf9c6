import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { ResourceShare } from "../../world/objects/sharing";
import { arnOf, find, issueHex, put, remove } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { isInside, outsideOrganization } from "./principals";
import { findShareable } from "./shareable";

/** `aws.ram.ResourceShare` */
export const resourceShare: ResourceModel = {
    schema: {
        token: "aws:ram/resourceShare:ResourceShare",
        required: {},
        optional: { allowExternalPrincipals: "boolean", tags: stringMap },
        settled: {
            name: "string",
            permissionArns: stringSet,
            region: "string",
            resourceShareConfiguration: {
                object: { retainSharingOnAccountLeaveOrganization: "boolean" },
            },
        },
        computed: { arn: "string", tagsAll: stringMap },
        defaults: { allowExternalPrincipals: false },
        autoName: { property: "name", maxLength: 255 },
        replaceOn: ["permissionArns", "region"],
    },
    operations: {
        service: "RAM",
        create: "CreateResourceShare",
        update: "UpdateResourceShare",
        delete: "DeleteResourceShare",
    },
    create(scope, inputs) {
        const hex = issueHex(scope.world, 32);
        const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
        const id = arnOf(scope, "ram", `resource-share/${uuid}`);
        put(scope.world, "resourceShares", {
            id,
            account: scope.account,
            region: scope.region,
            permissionArns: read(inputs).texts("permissionArns"),
            resourceArns: [],
            principals: [],
            ...changeable(inputs),
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "resourceShares", id);
        return (
            found && {
                ...common(found),
                arn: found.id,
                name: found.name,
                allowExternalPrincipals: found.allowExternalPrincipals,
                permissionArns: permissionsOf(scope, found),
                resourceShareConfiguration: {
                    retainSharingOnAccountLeaveOrganization:
                        found.retainSharingOnAccountLeaveOrganization,
                },
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demandShare(scope, id);
        const next = { ...found, ...changeable(news) };
        const outside = found.principals.some(
            (principal) => !principal.startsWith("arn:") && !isInside(scope, principal),
        );
        if (outside && !next.allowExternalPrincipals) {
            throw outsideOrganization();
        }
        put(scope.world, "resourceShares", next);
    },
    delete(scope, id) {
        remove(scope.world, "resourceShares", id);
    },
};

/** A share of the caller's account. */
export function demandShare(scope: Scope, arn: string): ResourceShare {
    const found = find(scope, "resourceShares", arn);
    if (found !== undefined) {
        return found;
    }
    throw new AwsError("UnknownResourceException", `ResourceShare ${arn} could not be found.`);
}

/** Without a choice there is one for each kind of resource. */
function permissionsOf(scope: Scope, found: ResourceShare): string[] {
    if (found.permissionArns.length > 0) {
        return found.permissionArns;
    }
    const names = found.resourceArns.flatMap((arn) => findShareable(scope, arn)?.permission ?? []);
    const partition = partitionOf(scope.region).name;
    return [...new Set(names)].map((name) => `arn:${partition}:ram::aws:permission/${name}`);
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        name: given.text("name"),
        allowExternalPrincipals: given.flag("allowExternalPrincipals"),
        retainSharingOnAccountLeaveOrganization: read(
            given.record("resourceShareConfiguration"),
        ).flag("retainSharingOnAccountLeaveOrganization"),
    };
}
