import type { Deviating } from "./endpointServices";
import type { Faulty } from "./faults";
import type { AuditObjects } from "./objects/audit";
import type { DnsObjects } from "./objects/dns";
import type { EksObjects } from "./objects/eks";
import type { IdentityObjects } from "./objects/identity";
import type { NetworkObjects } from "./objects/network";
import type { RoutingObjects } from "./objects/routing";
import type { SharingObjects } from "./objects/sharing";
import type { UnmodelledObjects } from "./objects/unmodelled";

/** One entry per kind of object; a service adds its kinds in a file of `objects/`. */
export interface ObjectKinds
    extends
        NetworkObjects,
        RoutingObjects,
        AuditObjects,
        DnsObjects,
        EksObjects,
        IdentityObjects,
        SharingObjects,
        UnmodelledObjects {}

export type Kind = keyof ObjectKinds;

/** What the world knows about an account beside its objects. */
export interface Account {
    /** ID of its organisation, for example `o-exampleorgid`; absent for an account on its own. */
    organizationId?: string;
    /** AWS Organizations path, for example `o-exampleorgid/r-ab12/ou-ab12-11111111/`. */
    organizationPath?: string;
    /** Regions whose default VPC is gone, as it is in many landing zones. Defaults to none: AWS makes one in each region. */
    withoutDefaultVpc?: string[];
    /**
     * IAM policies, as JSON, of whoever runs programs in the account; what none of them allows is refused. Absent where
     * everything is allowed.
     */
    deployerPolicies?: string[];
}

/** Networks that reach each other, joined by a transit gateway or a peering. */
export interface Route {
    /** The VPCs among them. */
    vpcIds: string[];
    /** Ranges on the premises that a VPN or Direct Connect joins to them. Defaults to none. */
    onPremises?: string[];
}

/**
 * Everything that exists, in all accounts and regions. Objects are never changed in place: an update
 * puts a new object under the same ID, so that a saved world can reuse the text of unchanged ones.
 */
export interface World extends Deviating, Faulty {
    schemaVersion: 1;
    /** Counts the IDs handed out, so that a world built twice in the same order has the same IDs. */
    issued: number;
    accounts: { [key: string]: Account };
    routes: Route[];
    objects: { [K in Kind]: { [key: string]: ObjectKinds[K] } };
}

/** Where a call comes from: the world as one account sees it in one region. */
export interface Scope {
    world: World;
    account: string;
    region: string;
}
