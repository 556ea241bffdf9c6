import type { ResourceModel } from "../../model/resource";
import { type Properties, read } from "../../model/values";
import type { Vpc } from "../../world/objects/network";
import { demand, find, issueId, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** `aws.ec2.MainRouteTableAssociation`: another main table for a VPC; deleting it brings the first one back. */
export const mainRouteTableAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
        required: { routeTableId: "string", vpcId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: { originalRouteTableId: "string" },
        replaceOn: ["region", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "ReplaceRouteTableAssociation",
        delete: "ReplaceRouteTableAssociation",
    },
    create(scope, inputs) {
        const vpc = demand(scope, "vpcs", read(inputs).text("vpcId"));
        setMain(scope, vpc, read(inputs).text("routeTableId"), vpc.mainRouteTableId);
        return issueId(scope.world, "rtbassoc");
    },
    read(scope, _id, known) {
        const vpc = find(scope, "vpcs", read(known).text("vpcId"));
        if (vpc?.originalRouteTableId === undefined) {
            return undefined;
        }
        return {
            originalRouteTableId: vpc.originalRouteTableId,
            region: vpc.region,
            routeTableId: vpc.mainRouteTableId,
            vpcId: vpc.id,
        };
    },
    update(scope, _id, olds, news) {
        const vpc = vpcOf(scope, olds);
        setMain(scope, vpc, read(news).text("routeTableId"), vpc.originalRouteTableId);
    },
    delete(scope, _id, state) {
        const vpc = vpcOf(scope, state);
        setMain(scope, vpc, vpc.originalRouteTableId ?? vpc.mainRouteTableId, undefined);
    },
};

function vpcOf(scope: Scope, state: Properties): Vpc {
    return demand(scope, "vpcs", read(state).text("vpcId"));
}

function setMain(
    scope: Scope,
    vpc: Vpc,
    tableId: string,
    originalRouteTableId: string | undefined,
): void {
    const mainRouteTableId = demand(scope, "routeTables", tableId).id;
    put(scope.world, "vpcs", { ...vpc, mainRouteTableId, originalRouteTableId });
}
