import { createHash } from "node:crypto";

import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Endpoint } from "../../world/objects/network";
import { demand, find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { settleInterfaces } from "./endpointInterfaces";
import { demandPossible } from "./endpointRules";

const OPERATIONS = {
    service: "EC2",
    create: "ModifyVpcEndpoint",
    delete: "ModifyVpcEndpoint",
};

/** `aws.ec2.VpcEndpointSubnetAssociation`: one more subnet of an endpoint. */
export const vpcEndpointSubnetAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation",
        required: { subnetId: "string", vpcEndpointId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["subnetId", "vpcEndpointId", "region"],
    },
    operations: OPERATIONS,
    create(scope, inputs) {
        const endpointId = read(inputs).text("vpcEndpointId");
        const subnetId = read(inputs).text("subnetId");
        const found = demand(scope, "endpoints", endpointId);
        change(scope, { ...found, subnetIds: [...without(found.subnetIds, subnetId), subnetId] });
        return `a-${endpointId}${digest(subnetId)}`;
    },
    read(scope, _id, known) {
        const found = find(scope, "endpoints", read(known).text("vpcEndpointId"));
        const isThere = found?.subnetIds.includes(read(known).text("subnetId"));
        return isThere ? { region: scope.region } : undefined;
    },
    delete(scope, _id, state) {
        const found = demand(scope, "endpoints", read(state).text("vpcEndpointId"));
        change(scope, {
            ...found,
            subnetIds: without(found.subnetIds, read(state).text("subnetId")),
        });
    },
};

/** `aws.ec2.SecurityGroupAssociation`: one more security group of an endpoint. */
export const securityGroupAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/securityGroupAssociation:SecurityGroupAssociation",
        required: { securityGroupId: "string", vpcEndpointId: "string" },
        optional: { replaceDefaultAssociation: "boolean" },
        settled: { region: "string" },
        computed: {},
        defaults: { replaceDefaultAssociation: false },
        replaceOn: ["replaceDefaultAssociation", "securityGroupId", "vpcEndpointId", "region"],
    },
    operations: OPERATIONS,
    create(scope, inputs) {
        const endpointId = read(inputs).text("vpcEndpointId");
        const groupId = read(inputs).text("securityGroupId");
        const found = demand(scope, "endpoints", endpointId);
        const old = read(inputs).flag("replaceDefaultAssociation")
            ? without(found.securityGroupIds, defaultGroupOf(scope, found))
            : found.securityGroupIds;
        change(scope, { ...found, securityGroupIds: [...without(old, groupId), groupId] });
        return `a-${endpointId}${digest(groupId)}`;
    },
    read(scope, _id, known) {
        const found = find(scope, "endpoints", read(known).text("vpcEndpointId"));
        const isThere = found?.securityGroupIds.includes(read(known).text("securityGroupId"));
        return isThere ? { region: scope.region } : undefined;
    },
    delete(scope, _id, state) {
        const found = demand(scope, "endpoints", read(state).text("vpcEndpointId"));
        const left = without(found.securityGroupIds, read(state).text("securityGroupId"));
        const securityGroupIds = left.length === 0 ? [defaultGroupOf(scope, found)] : left;
        change(scope, { ...found, securityGroupIds });
    },
};

/** `aws.ec2.VpcEndpointRouteTableAssociation`: one more route table of a gateway endpoint. */
export const vpcEndpointRouteTableAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
        required: { routeTableId: "string", vpcEndpointId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["region", "routeTableId", "vpcEndpointId"],
    },
    operations: OPERATIONS,
    create(scope, inputs) {
        const endpointId = read(inputs).text("vpcEndpointId");
        const tableId = read(inputs).text("routeTableId");
        const found = demand(scope, "endpoints", endpointId);
        if (found.type !== "Gateway") {
            throw new AwsError(
                "InvalidParameter",
                "Route table IDs are only supported for Gateway type VPC Endpoint.",
            );
        }
        const routeTableIds = [...without(found.routeTableIds, tableId), tableId];
        change(scope, { ...found, routeTableIds });
        return `a-${endpointId}${digest(tableId)}`;
    },
    read(scope, _id, known) {
        const found = find(scope, "endpoints", read(known).text("vpcEndpointId"));
        const isThere = found?.routeTableIds.includes(read(known).text("routeTableId"));
        return isThere ? { region: scope.region } : undefined;
    },
    delete(scope, _id, state) {
        const found = demand(scope, "endpoints", read(state).text("vpcEndpointId"));
        const routeTableIds = without(found.routeTableIds, read(state).text("routeTableId"));
        change(scope, { ...found, routeTableIds });
    },
};

function change(scope: Scope, next: Endpoint): void {
    demandPossible(scope, next, next.id);
    settleInterfaces(scope, next, {});
    put(scope.world, "endpoints", next);
}

function defaultGroupOf(scope: Scope, found: Endpoint): string {
    return demand(scope, "vpcs", found.vpcId).defaultSecurityGroupId;
}

function without(items: string[], item: string): string[] {
    return items.filter((each) => each !== item);
}

function digest(text: string): string {
    return String(parseInt(createHash("sha256").update(text).digest("hex").slice(0, 8), 16));
}
