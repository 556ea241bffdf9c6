import type { WorldObject } from "../worldObject";

/** Objects that join VPCs: peerings, transit gateways with what is attached to them. */
export interface RoutingObjects {
    peerings: Peering;
    transitGateways: TransitGateway;
    transitAttachments: TransitAttachment;
    transitTables: TransitTable;
}

/** It belongs to the account that asked for it. */
export interface Peering extends WorldObject {
    vpcId: string;
    peerVpcId: string;
    peerOwnerId: string;
    peerRegion: string;
    isActive: boolean;
    /** Whether each side resolves the public names of the other's instances to private addresses. */
    options: { accepter: boolean; requester: boolean };
    /** Tags of the other side, which has its own. */
    accepterTags: { [key: string]: string };
}

export interface TransitGateway extends WorldObject {
    /** Table of attachments that name none; empty where they get none. */
    associationTableId: string;
    /** Table that attachments tell their ranges; empty where they tell none. */
    propagationTableId: string;
    /** The rest, as the provider was given it. */
    settings: { [key: string]: unknown };
}

/** A VPC on a transit gateway; it belongs to the VPC's account. */
export interface TransitAttachment extends WorldObject {
    gatewayId: string;
    vpcId: string;
    subnetIds: string[];
    /** False until the owner of the gateway has accepted it. */
    isAvailable: boolean;
    settings: { [key: string]: unknown };
    /** Tags of the owner of the gateway, who has its own. */
    accepterTags: { [key: string]: string };
}

/** Where a transit gateway sends what comes from the attachments of the table. */
export interface TransitTable extends WorldObject {
    gatewayId: string;
    /** IDs of the attachments that use it, and of those whose ranges it knows. */
    associated: string[];
    propagating: string[];
    /** Attachment by destination; empty for a black hole. */
    routes: { [key: string]: string };
}
