import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, demand, find, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { demandVisibleVpc } from "../vpc/sharedVpc";

/** `aws.vpc.SecurityGroupVpcAssociation`: a further VPC in which a group may be used. */
export const groupVpc: ResourceModel = {
    schema: {
        token: "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
        required: { securityGroupId: "string", vpcId: "string" },
        optional: { timeouts: { object: { create: "string", delete: "string" } } },
        settled: { region: "string" },
        computed: { state: "string" },
        replaceOn: ["region", "securityGroupId", "vpcId"],
        ignored: ["timeouts"],
    },
    operations: {
        service: "EC2",
        create: "AssociateSecurityGroupVpc",
        delete: "DisassociateSecurityGroupVpc",
    },
    create(scope, inputs) {
        const group = demand(scope, "securityGroups", read(inputs).text("securityGroupId"));
        const vpc = demandVisibleVpc(scope, read(inputs).text("vpcId"));
        // The code is simulated. AssociateSecurityGroupVpc in the API reference.
        if (group.isDefault) {
            throw new AwsError(
                "OperationNotPermitted",
                `The default security group ${group.id} cannot be associated with another VPC.`,
            );
        }
        const id = `${group.id},${vpc.id}`;
        const { account, region } = scope;
        put(scope.world, "groupVpcs", {
            id,
            account,
            region,
            tags: {},
            groupId: group.id,
            vpcId: vpc.id,
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "groupVpcs", id);
        return (
            found && {
                region: found.region,
                securityGroupId: found.groupId,
                state: "associated",
                vpcId: found.vpcId,
            }
        );
    },
    delete(scope, id) {
        const [groupId = "", vpcId = ""] = id.split(",");
        const isUsed = list(scope, "networkInterfaces").some(
            (each) => each.vpcId === vpcId && each.securityGroupIds.includes(groupId),
        );
        if (isUsed) {
            throw new AwsError("DependencyViolation", `resource ${groupId} has a dependent object`);
        }
        remove(scope.world, "groupVpcs", id);
    },
};

/** Whether a group of the caller may stand before interfaces of a VPC: the one it was made in, or a further one. */
export function isUsableIn(scope: Scope, groupId: string, vpcId: string): boolean {
    const group = find(scope, "securityGroups", groupId);
    return (
        group !== undefined &&
        (group.vpcId === vpcId ||
            all(scope.world, "groupVpcs").some(
                (each) => each.groupId === groupId && each.vpcId === vpcId,
            ))
    );
}
