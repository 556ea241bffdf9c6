import type { WorldObject } from "../types";

/** Objects of Amazon EKS, and the providers by which roles trust the tokens of its clusters. */
export interface EksObjects {
    clusters: Cluster;
    oidcProviders: OidcProvider;
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

/** Its `id` is its ARN. */
export interface OidcProvider extends WorldObject {
    /** URL without its scheme. */
    issuer: string;
    clientIds: string[];
    thumbprints: string[];
}
