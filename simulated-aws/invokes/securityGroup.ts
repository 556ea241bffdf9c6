import type { FunctionModel } from "../model/resource";
import { stringMap, strings } from "../model/schema";
import { groupOutputs } from "../services/securityGroups/securityGroup";
import type { SecurityGroup } from "../world/objects/network";
import { list } from "../world/objectsOf";
import { filters, fits, theOnly } from "./filters";

/** One security group, by ID or by name. */
export const getSecurityGroup: FunctionModel = {
    schema: {
        token: "aws:ec2/getSecurityGroup:getSecurityGroup",
        args: {
            filters,
            id: "string",
            name: "string",
            region: "string",
            tags: stringMap,
            vpcId: "string",
        },
        result: {
            arn: "string",
            description: "string",
            filters,
            id: "string",
            name: "string",
            region: "string",
            tags: stringMap,
            vpcId: "string",
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeSecurityGroups" },
    call: (scope, args) => {
        const byArgument = { id: "group-id", name: "group-name", vpcId: "vpc-id" };
        const matching = list(scope, "securityGroups").filter((each) =>
            fits(args, groupFacets(each), each.tags, byArgument),
        );
        const found = theOnly(matching, "EC2 Security Group");
        return {
            ...groupOutputs(scope, found),
            filters: args.filters,
            id: found.id,
            tags: { ...found.tags },
        };
    },
};

/** Several security groups. */
export const getSecurityGroups: FunctionModel = {
    schema: {
        token: "aws:ec2/getSecurityGroups:getSecurityGroups",
        args: { filters, region: "string", tags: stringMap },
        result: {
            arns: strings,
            filters,
            id: "string",
            ids: strings,
            region: "string",
            tags: stringMap,
            vpcIds: strings,
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeSecurityGroups" },
    call: (scope, args) => {
        const found = list(scope, "securityGroups").filter((each) =>
            fits(args, groupFacets(each), each.tags, {}),
        );
        return {
            arns: found.map((each) => groupOutputs(scope, each).arn),
            filters: args.filters,
            id: scope.region,
            ids: found.map(({ id }) => id),
            region: scope.region,
            tags: args.tags ?? {},
            vpcIds: found.map(({ vpcId }) => vpcId),
        };
    },
};

function groupFacets(found: SecurityGroup) {
    return {
        description: found.description,
        "group-id": found.id,
        "group-name": found.name,
        "owner-id": found.account,
        "vpc-id": found.vpcId,
    };
}
