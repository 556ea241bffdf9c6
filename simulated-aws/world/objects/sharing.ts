import type { WorldObject } from "../worldObject";

/** Objects of AWS RAM. */
export interface SharingObjects {
    resourceShares: ResourceShare;
}

/** Its `id` is its ARN. */
export interface ResourceShare extends WorldObject {
    name: string;
    allowExternalPrincipals: boolean;
    permissionArns: string[];
    retainSharingOnAccountLeaveOrganization: boolean;
    resourceArns: string[];
    /** Account IDs, and ARNs of organisations and of their units. */
    principals: string[];
}
