import { clusterHost } from "../services/eks/clusterNames";
import type { Cluster } from "../world/objects/eks";
import { all } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Found, RecordType } from "./privateZone";

/** The cluster whose API has a host name. */
export function clusterOfHost(world: World, name: string): Cluster | undefined {
    return all(world, "clusters").find((each) => clusterHost(each).toLowerCase() === name);
}

/** Addresses of the interfaces through which a cluster's API is reached privately. */
export function clusterAddresses(world: World, cluster: Cluster, type: RecordType): Found {
    return {
        addresses: all(world, "networkInterfaces")
            .filter(({ ownedBy }) => type === "A" && ownedBy === cluster.id)
            .map(({ privateIp }) => privateIp),
    };
}

/**
 * What public DNS says of a cluster without public access: its private addresses, to whoever asks.
 * https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
export function privateClusterName(
    world: World,
    asked: string,
): ((type: RecordType) => Found) | undefined {
    const cluster = clusterOfHost(world, asked);
    return cluster === undefined || cluster.isPublic
        ? undefined
        : (type) => clusterAddresses(world, cluster, type);
}
