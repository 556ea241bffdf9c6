import { clusterHost } from "../services/eks/clusterNames";
import { endpointOf, profileResourcesOf, zoneIdIn } from "../services/profiles/profileRules";
import { isWithin } from "../services/route53/names";
import { associatedZones } from "../services/route53/zonesOf";
import type { Vpc } from "../world/objects/network";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import { clusterAddresses } from "./clusterNames";
import { zonesOfEndpoint } from "./endpointNames";
import { privateHostedZone } from "./hostedZone";
import type { PrivateZone } from "./privateZone";

/** Of the private zones that a VPC sees and that hold a name the one with the longest name answers, and no other is asked. */
export function closestZone(world: World, vpc: Vpc, asked: string): PrivateZone | undefined {
    return zonesSeen(world, vpc)
        .filter((zone) => isWithin(asked, zone.name))
        .sort((one, other) => other.name.length - one.name.length)[0];
}

/**
 * The private zones that a VPC sees, those that win over others of the same name first: the zones of its
 * endpoints with private DNS, hosted zones, which need both DNS attributes of the VPC, and those of its profiles,
 * of which the one with the lower priority wins.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
function zonesSeen(world: World, vpc: Vpc): PrivateZone[] {
    if (!vpc.enableDnsSupport) {
        return [];
    }
    const own = all(world, "endpoints")
        .filter((endpoint) => endpoint.vpcId === vpc.id && endpoint.privateDnsEnabled)
        .flatMap((endpoint) => zonesOfEndpoint(world, endpoint));
    if (!vpc.enableDnsHostnames) {
        return own;
    }
    const hosted = associatedZones(world, vpc.id).map((zone) => privateHostedZone(world, zone));
    return [
        ...own,
        ...hosted,
        ...zonesOfProfiles(world, vpc.id),
        ...zonesOfClusters(world, vpc.id),
    ];
}

/** A cluster with private access has a zone of EKS's own in its VPC. https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html */
function zonesOfClusters(world: World, vpcId: string): PrivateZone[] {
    return all(world, "clusters")
        .filter((cluster) => cluster.vpcId === vpcId && cluster.isPrivate)
        .map((cluster) => ({
            name: clusterHost(cluster).toLowerCase(),
            origin: `private access of cluster ${cluster.name}`,
            answer: (_name, type) => clusterAddresses(world, cluster, type),
        }));
}

/** Zones that profiles bring, also those that the endpoints in it stand for. */
function zonesOfProfiles(world: World, vpcId: string): PrivateZone[] {
    return profileResourcesOf(world, vpcId).flatMap((resource) => {
        const zone = get(world, "zones", zoneIdIn(resource.resourceArn));
        if (zone !== undefined) {
            return [privateHostedZone(world, zone)];
        }
        const endpoint = endpointOf(world, resource);
        return endpoint === undefined ? [] : zonesOfEndpoint(world, endpoint);
    });
}
