import type { WorldObject } from "../types";

/** Objects of Amazon EKS. */
export interface EksObjects {
    clusters: Cluster;
}

/** Its `id` is `<account>/<region>/<name>`. */
export interface Cluster extends WorldObject {
    name: string;
    /** 32 hexadecimal digits in its host names. */
    hash: string;
    vpcId: string;
    subnetIds: string[];
    /** Groups of its interfaces, beside the one that EKS makes for it. */
    securityGroupIds: string[];
    clusterSecurityGroupId: string;
    isPrivate: boolean;
    isPublic: boolean;
    publicAccessCidrs: string[];
    version: string;
    /** The rest, as the provider was given it. */
    settings: { [key: string]: unknown };
}
