import type { FunctionModel } from "../model/resource";
import { stringMap } from "../model/schema";
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

function groupFacets(found: SecurityGroup) {
    return {
        description: found.description,
        "group-id": found.id,
        "group-name": found.name,
        "owner-id": found.account,
        "vpc-id": found.vpcId,
    };
}
