import type { FunctionModel, ResourceModel } from "../model/resource";
import { strings } from "../model/schema";
import { read, textOf } from "../model/values";
import { vpcEndpoint } from "../services/endpoints/vpcEndpoint";
import { flowLog } from "../services/flowLogs/flowLog";
import { logGroup } from "../services/logs";
import { profile } from "../services/profiles/profile";
import { profileVpc } from "../services/profiles/profileVpc";
import { resourceShare } from "../services/ram/resourceShare";
import { resolverEndpoint } from "../services/resolver/resolverEndpoint";
import { bucket } from "../services/s3/bucket";
import { securityGroup } from "../services/securityGroups/securityGroup";
import { list } from "../world/objectsOf";
import type { Kind } from "../world/types";

/** Kinds that the tagging API knows; roles and, outside us-east-1, hosted zones are not among them. */
const TAGGED: [Kind, ResourceModel][] = [
    ["endpoints", vpcEndpoint],
    ["securityGroups", securityGroup],
    ["flowLogs", flowLog],
    ["logGroups", logGroup],
    ["buckets", bucket],
    ["profiles", profile],
    ["profileVpcs", profileVpc],
    ["resourceShares", resourceShare],
    ["resolverEndpoints", resolverEndpoint],
];

/** What has tags, by these. */
export const getResources: FunctionModel = {
    schema: {
        token: "aws:resourcegroupstaggingapi/getResources:getResources",
        args: {
            excludeCompliantResources: "boolean",
            includeComplianceDetails: "boolean",
            region: "string",
            resourceArnLists: strings,
            resourceTypeFilters: strings,
            tagFilters: { list: "any" },
        },
        result: {
            excludeCompliantResources: "boolean",
            id: "string",
            includeComplianceDetails: "boolean",
            region: "string",
            resourceArnLists: strings,
            resourceTagMappingLists: { list: "any" },
            resourceTypeFilters: strings,
            tagFilters: { list: "any" },
        },
        optionalResult: [
            "excludeCompliantResources",
            "includeComplianceDetails",
            "resourceArnLists",
            "resourceTypeFilters",
            "tagFilters",
        ],
    },
    operations: { service: "Resource Groups Tagging API", call: "GetResources" },
    call: (scope, args) => {
        const asked = read(args).records("tagFilters").map(read);
        const found = TAGGED.flatMap(([kind, model]) =>
            list(scope, kind).map((object) => {
                const name = "name" in object && kind === "logGroups" ? object.name : object.id;
                const { arn } = model.read(scope, name, {}) ?? {};
                return { resourceArn: textOf(arn), tags: object.tags };
            }),
        ).filter(({ tags }) =>
            asked.every((filter) => {
                const value = tags[filter.text("key")];
                const values = filter.texts("values");
                return value !== undefined && (values.length === 0 || values.includes(value));
            }),
        );
        return {
            ...args,
            id: scope.region,
            region: scope.region,
            resourceTagMappingLists: found.map(({ resourceArn, tags }) => ({
                complianceDetails: [],
                resourceArn,
                tags: { ...tags },
            })),
        };
    },
};
