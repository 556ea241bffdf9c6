import type { Cluster } from "../../world/objects/eks";
import { partitionOf } from "../../world/regions";

/** Host name of a cluster's API. */
export function clusterHost({ hash, region }: Cluster): string {
    return `${hash}.gr7.${region}.eks.${partitionOf(region).dnsSuffix}`;
}

/** Issuer of the tokens of a cluster's service accounts. */
export function oidcIssuer({ hash, region }: Cluster): string {
    return `https://oidc.eks.${region}.${partitionOf(region).dnsSuffix}/id/${hash}`;
}
