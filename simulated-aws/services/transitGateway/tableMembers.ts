import type { ResourceModel } from "../../model/resource";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { TransitTable } from "../../world/objects/routing";
import { all, demand, find, get, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

const SCHEMA = {
    required: { transitGatewayAttachmentId: "string", transitGatewayRouteTableId: "string" },
    settled: { region: "string" },
    computed: { resourceId: "string", resourceType: "string" },
    replaceOn: ["region", "transitGatewayAttachmentId", "transitGatewayRouteTableId"],
} as const;

/** `aws.ec2transitgateway.RouteTableAssociation`: what comes from the attachment follows the table. */
export const transitTableAssociation: ResourceModel = {
    schema: {
        ...SCHEMA,
        token: "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
        optional: { replaceExistingAssociation: "boolean" },
        replaceOn: [...SCHEMA.replaceOn, "replaceExistingAssociation"],
    },
    operations: {
        service: "EC2",
        create: "AssociateTransitGatewayRouteTable",
        delete: "DisassociateTransitGatewayRouteTable",
    },
    create(scope, inputs) {
        const { attachmentId } = pairOf(inputs);
        const others = all(scope.world, "transitTables").filter(({ associated }) =>
            associated.includes(attachmentId),
        );
        if (others.length > 0 && !read(inputs).flag("replaceExistingAssociation")) {
            throw new AwsError(
                "Resource.AlreadyAssociated",
                `Transit Gateway Attachment ${attachmentId} is already associated to a route table.`,
            );
        }
        for (const other of others) {
            leave(scope, "associated", other.id, attachmentId);
        }
        return join(scope, "associated", inputs);
    },
    read: (scope, _id, known) => readMember(scope, "associated", known),
    delete(scope, _id, state) {
        const { tableId, attachmentId } = pairOf(state);
        leave(scope, "associated", tableId, attachmentId);
    },
};

/** `aws.ec2transitgateway.RouteTablePropagation`: the table knows the ranges of the attachment. */
export const transitTablePropagation: ResourceModel = {
    schema: {
        ...SCHEMA,
        token: "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
        optional: {},
        replaceOn: [...SCHEMA.replaceOn],
    },
    operations: {
        service: "EC2",
        create: "EnableTransitGatewayRouteTablePropagation",
        delete: "DisableTransitGatewayRouteTablePropagation",
    },
    create: (scope, inputs) => join(scope, "propagating", inputs),
    read: (scope, _id, known) => readMember(scope, "propagating", known),
    delete(scope, _id, state) {
        const { tableId, attachmentId } = pairOf(state);
        leave(scope, "propagating", tableId, attachmentId);
    },
};

type Membership = "associated" | "propagating";

function pairOf(properties: Properties): { tableId: string; attachmentId: string } {
    const given = read(properties);
    return {
        tableId: given.text("transitGatewayRouteTableId"),
        attachmentId: given.text("transitGatewayAttachmentId"),
    };
}

function join(scope: Scope, membership: Membership, inputs: Properties): string {
    const { tableId, attachmentId } = pairOf(inputs);
    const table = demand(scope, "transitTables", tableId);
    const attachment = get(scope.world, "transitAttachments", attachmentId);
    if (attachment?.gatewayId !== table.gatewayId) {
        throw new AwsError(
            "InvalidTransitGatewayAttachmentID.NotFound",
            `Transit Gateway Attachment ${attachmentId} was deleted or does not exist.`,
        );
    }
    set(scope, table, membership, [...table[membership], attachmentId]);
    return `${tableId}_${attachmentId}`;
}

function leave(scope: Scope, membership: Membership, tableId: string, attachmentId: string): void {
    const table = demand(scope, "transitTables", tableId);
    const others = table[membership].filter((id) => id !== attachmentId);
    set(scope, table, membership, others);
}

function set(scope: Scope, table: TransitTable, membership: Membership, ids: string[]): void {
    put(scope.world, "transitTables", { ...table, [membership]: [...new Set(ids)] });
}

function readMember(
    scope: Scope,
    membership: Membership,
    known: Properties,
): Properties | undefined {
    const { tableId, attachmentId } = pairOf(known);
    const table = find(scope, "transitTables", tableId);
    if (table?.[membership].includes(attachmentId) !== true) {
        return undefined;
    }
    return {
        region: scope.region,
        resourceId: get(scope.world, "transitAttachments", attachmentId)?.vpcId,
        resourceType: "vpc",
        transitGatewayAttachmentId: attachmentId,
        transitGatewayRouteTableId: tableId,
    };
}
