import type { ResourceModel } from "../../model/resource";
import { omit, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { demand, issueId, list, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** `aws.ec2.RouteTableAssociation`: a table for a subnet, or for a gateway. */
export const routeTableAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        required: { routeTableId: "string" },
        optional: { gatewayId: "string", subnetId: "string" },
        settled: { region: "string" },
        computed: {},
        replaceOn: ["gatewayId", "subnetId", "region"],
    },
    operations: {
        service: "EC2",
        create: "AssociateRouteTable",
        update: "ReplaceRouteTableAssociation",
        delete: "DisassociateRouteTable",
    },
    create(scope, inputs) {
        const target = targetOf(inputs);
        const taken = list(scope, "routeTables").some((table) =>
            Object.values(table.associations).includes(target),
        );
        if (taken) {
            throw new AwsError(
                "Resource.AlreadyAssociated",
                `the specified association for route table ${read(inputs).text("routeTableId")} conflicts with an existing association`,
            );
        }
        const id = issueId(scope.world, "rtbassoc");
        associate(scope, id, read(inputs).text("routeTableId"), target);
        return id;
    },
    read(scope, id) {
        const table = tableOf(scope, id);
        const target = table?.associations[id];
        if (table === undefined || target === undefined) {
            return undefined;
        }
        const member = target.startsWith("subnet-") ? "subnetId" : "gatewayId";
        return { routeTableId: table.id, [member]: target, region: table.region };
    },
    update(scope, id, _olds, news) {
        dissociate(scope, id);
        associate(scope, id, read(news).text("routeTableId"), targetOf(news));
    },
    delete: (scope, id) => {
        dissociate(scope, id);
    },
};

function targetOf(inputs: Properties): string {
    return read(inputs).text("subnetId") || read(inputs).text("gatewayId");
}

function tableOf(scope: Scope, id: string) {
    return list(scope, "routeTables").find((table) => id in table.associations);
}

function associate(scope: Scope, id: string, tableId: string, target: string): void {
    const table = demand(scope, "routeTables", tableId);
    put(scope.world, "routeTables", {
        ...table,
        associations: { ...table.associations, [id]: target },
    });
}

function dissociate(scope: Scope, id: string): void {
    const table = tableOf(scope, id);
    if (table === undefined) {
        return;
    }
    const associations = omit(table.associations, id);
    put(scope.world, "routeTables", { ...table, associations });
}
