import type { EksService } from "eks-privatelink/domain";

import { findPointingTo, follow, joinLinks, type Links, sharedTargets } from "../stack/links";
import type { Notes } from "../stack/notes";
import {
    CLUSTER,
    FARGATE_PROFILE,
    NODE_GROUP,
    PROFILE_ASSOCIATION,
    SUBNETS,
    VPC_ENDPOINT,
    VPCS,
    ZONE_ASSOCIATION,
} from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stackResource";
import { peek } from "../stack/unknownValues";
import { readBoolean, readValue } from "../stack/values";
import { vpcOfAssociation, zoneOf } from "./dns/hostedZones";
import { readPrivateNames } from "./dns/privateNames";
import { profileOf } from "./dns/profiles";
import { mayForwardEks } from "./dns/resolverRules";
import { readEndpoint } from "./endpoints";
import { findEksHost } from "./hosts";
import { vpcOf } from "./network";

/** Whether the Kubernetes API of a cluster cannot be reached from the internet, as in a closed network. */
export function isPrivateOnly({ given }: StackResource): boolean {
    return readBoolean(readValue(given, "vpcConfig"), "endpointPublicAccess") === false;
}

/** The subnets of a cluster. */
function subnetsOfCluster(stack: Stack, cluster: StackResource): Links {
    return follow(stack, cluster, "vpcConfig", {
        types: SUBNETS,
        within: readValue(cluster.given, "vpcConfig"),
        key: "subnetIds",
    });
}

/** The subnets that nodes and pods of a cluster run in: those of its node groups and Fargate profiles, without any its own. */
export function subnetsOfNodes(stack: Stack, cluster: StackResource): Links {
    const groups = findPointingTo(stack, cluster, {
        from: [NODE_GROUP, FARGATE_PROFILE],
        property: "clusterName",
        types: [CLUSTER],
        by: "name",
    });
    return groups.length === 0
        ? subnetsOfCluster(stack, cluster)
        : joinLinks(groups.map((group) => follow(stack, group, "subnetIds", { types: SUBNETS })));
}

/** The VPC of a cluster, as its subnets tell; nothing where those are of another stack. */
export function vpcOfCluster(stack: Stack, cluster: StackResource): Links {
    const subnets = subnetsOfCluster(stack, cluster);
    const vpcs = subnets.resources.map((subnet) => follow(stack, subnet, "vpcId", { types: VPCS }));
    const { resources, elsewhere, unknown } = joinLinks(vpcs);
    return { resources, elsewhere, unknown: unknown ?? subnets.unknown };
}

/** Whether a cluster of this stack is in a VPC. */
export function hasClusterIn(stack: Stack, vpc: Links): boolean {
    return stack
        .ofType(CLUSTER)
        .some((cluster) => peek(() => isAt(vpcOfCluster(stack, cluster), vpc)).value === true);
}

/** Services that have an endpoint in a VPC, or whose names lead to one from there; what may be one more is noted. */
export function findReachedServices(stack: Stack, vpc: Links, notes: Notes): EksService[] {
    const { answers, zones, unsure } = stack.once(readPrivateNames);
    notes.addUnknowns(unsure);
    for (const { resource, unknownName } of zones) {
        notes.addUnknown(resource, unknownName);
    }
    const inVpc = stack.ofType(VPC_ENDPOINT).flatMap((resource) => {
        const endpoint = notes.attempt(resource, () => readEndpoint(resource));
        const places = endpoint === undefined ? undefined : vpcOf(stack, endpoint);
        notes.addUnknown(resource, places?.unknown);
        return endpoint !== undefined && places !== undefined && isAt(places, vpc)
            ? [endpoint.service]
            : [];
    });
    const named = answers
        .filter(({ places }) => isAt(places, vpc))
        .flatMap(({ hostNames }) => hostNames)
        .flatMap((hostName) => findEksHost(hostName)?.services ?? []);
    return [...inVpc, ...named];
}

/** Whether a VPC takes names from zones or a profile of another stack, or through Resolver rules, which this one does not show. */
export function usesNamesOfOtherStacks(stack: Stack, vpc: Links): boolean {
    const zones = stack
        .ofType(ZONE_ASSOCIATION)
        .filter((association) => isAt(vpcOfAssociation(stack, association), vpc))
        .map((association) => zoneOf(stack, association));
    const profiles = stack
        .ofType(PROFILE_ASSOCIATION)
        .filter((each) => isAt(follow(stack, each, "resourceId", { types: VPCS }), vpc))
        .map((association) => profileOf(stack, association));
    return (
        [...zones, ...profiles].some(({ resources }) => resources.length === 0) ||
        mayForwardEks(stack, vpc)
    );
}

function isAt(places: Links, vpc: Links): boolean {
    return sharedTargets(places, vpc).size > 0;
}
