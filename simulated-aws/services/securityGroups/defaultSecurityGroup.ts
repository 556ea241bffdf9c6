import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { demand, put } from "../../world/objectsOf";
import { demandImpliedVpc } from "../vpc/defaultNetwork";
import { inlineRules, listFailures } from "./inlineRules";
import { setRules } from "./rules";
import { securityGroup } from "./securityGroup";

/**
 * `aws.ec2.DefaultSecurityGroup`: takes over the group that a VPC is born with, which from then on has the inline rules
 * and no others. Deleting it leaves the group as it is.
 */
export const defaultSecurityGroup: ResourceModel = {
    schema: {
        token: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        required: {},
        optional: { revokeRulesOnDelete: "boolean", tags: stringMap },
        settled: {
            egress: inlineRules,
            ingress: inlineRules,
            region: "string",
            vpcId: "string",
        },
        computed: {
            arn: "string",
            description: "string",
            name: "string",
            namePrefix: "string",
            ownerId: "string",
            tagsAll: stringMap,
        },
        defaults: { revokeRulesOnDelete: false },
        replaceOn: ["region", "vpcId"],
        ignored: ["revokeRulesOnDelete"],
    },
    operations: {
        service: "EC2",
        create: "DescribeSecurityGroups",
        update: "ModifySecurityGroupRules",
    },
    check: (inputs) => [...listFailures(inputs, "ingress"), ...listFailures(inputs, "egress")],
    create(scope, inputs) {
        const vpcId = read(inputs).text("vpcId");
        const owner = vpcId === "" ? demandImpliedVpc(scope) : demand(scope, "vpcs", vpcId);
        const id = owner.defaultSecurityGroupId;
        const found = demand(scope, "securityGroups", id);
        put(scope.world, "securityGroups", { ...found, tags: read(inputs).tags() });
        setRules(scope, id, false, []);
        setRules(scope, id, true, []);
        securityGroup.update?.(scope, id, {}, inputs);
        return id;
    },
    read(scope, id, known) {
        const found = securityGroup.read(scope, id, known);
        return found && { ...found, namePrefix: "" };
    },
    update(scope, id, olds, news) {
        securityGroup.update?.(scope, id, olds, news);
    },
    delete: () => undefined,
};
