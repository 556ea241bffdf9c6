import {
    ALL_SERVICES,
    findHostNames,
    findHosts,
    findPartition,
    type Host,
} from "eks-privatelink/domain";

import { joinLinks, leadsAnywhere, type Links, sharedTargets, targetsOf } from "../../stack/links";
import { Notes } from "../../stack/notes";
import { findRegion } from "../../stack/places";
import { CLUSTER } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import { peek } from "../../stack/unknownValues";
import { vpcOfCluster } from "../clusters";
import { findEndpoints } from "../endpoints";
import { findEksHost } from "../hosts";
import { vpcOf } from "../network";
import { findUnsure, type HiddenHost, readRecordsFor } from "./hiddenHosts";
import type { HostedZone } from "./hostedZones";
import { type PrivateNames, readPrivateNames } from "./privateNames";
import { findForwardingRules, isBetween, isWithin } from "./resolverRules";

/** Host names of EKS that a private zone above them hides in some VPCs, because it has no record for them. */
export interface HiddenByParent {
    zone: HostedZone;
    hosts: HiddenHost[];
}

/**
 * The zones above host names of EKS, such as `amazonaws.com`, that hide some of them in VPCs where this stack uses EKS. In a VPC
 * the most specific zone answers alone, without public DNS. Source: Route 53 guide, hosted-zone-private-considerations.
 */
export function findHiddenByParents(
    stack: Stack,
    served: PrivateNames,
    mayStayHidden: string[],
    notes: Notes,
): HiddenByParent[] {
    const parents = served.zones.filter(({ name, host }) => name !== undefined && !host);
    return parents.flatMap((zone) => {
        const hosts = findHostsBelow(stack, zone, mayStayHidden);
        const places = hosts.length === 0 ? new Map<string, string>() : placesOfEks(stack, zone);
        if (places.size === 0) {
            const usesEks = hosts.length > 0 && leadsAnywhere(stack.once(findVpcsOfEks));
            notes.addUnknown(zone.resource, usesEks ? zone.places.unknown : undefined);
            return [];
        }
        const hidden = hosts.flatMap((host) =>
            findHidden(stack, { zone, host, places, parents }, served, notes),
        );
        return hidden.length === 0 ? [] : [{ zone, hosts: hidden }];
    });
}

/** The host names of EKS below a zone, in the region that its name says, otherwise in those that this stack uses EKS in. */
function findHostsBelow(stack: Stack, { name = "" }: HostedZone, mayStayHidden: string[]): Host[] {
    const own = name.split(".").filter((label) => findPartition(label) !== undefined);
    const regions = own.length > 0 ? own : stack.once(findRegionsOfEks);
    const services = ALL_SERVICES.filter((service) => !mayStayHidden.includes(service));
    const hosts = regions
        .flatMap((region) => findHosts(services, region))
        .filter(({ hostName }) => isWithin(hostName, name));
    return [...new Map(hosts.map((host) => [host.hostName, host])).values()];
}

function findRegionsOfEks(stack: Stack): string[] {
    const hostNames = stack.once(readPrivateNames).answers.flatMap((answer) => answer.hostNames);
    return [
        ...new Set([
            ...findEndpoints(stack, new Notes()).map(({ region }) => region),
            ...hostNames.flatMap((hostName) => findEksHost(hostName)?.region ?? []),
            ...stack.ofType(CLUSTER).flatMap((cluster) => findRegion(cluster) ?? []),
        ]),
    ];
}

/** The VPCs of a zone that have an EKS endpoint, names of EKS or a cluster, each with words for it. */
function placesOfEks(stack: Stack, { places }: HostedZone): Map<string, string> {
    return sharedTargets(places, stack.once(findVpcsOfEks));
}

function findVpcsOfEks(stack: Stack): Links {
    const clusters = stack
        .ofType(CLUSTER)
        .flatMap((cluster) => peek(() => vpcOfCluster(stack, cluster)).value ?? []);
    return joinLinks([
        ...findEndpoints(stack, new Notes()).map((endpoint) => vpcOf(stack, endpoint)),
        ...stack.once(readPrivateNames).answers.map(({ places }) => places),
        ...clusters,
    ]);
}

/** A host name below a zone, in the VPCs where the zone may be asked for it. */
interface Question {
    zone: HostedZone;
    host: Host;
    places: Map<string, string>;
    parents: HostedZone[];
}

function findHidden(
    stack: Stack,
    { zone, host: { hostName, service }, places, parents }: Question,
    served: PrivateNames,
    notes: Notes,
): HiddenHost[] {
    const { resource, name = "" } = zone;
    const isCloser = (other: string): boolean =>
        other.length > name.length && isWithin(hostName, other);
    const answers = served.answers.filter(({ hostNames }) => hostNames.some(isCloser));
    const zones = parents.filter((parent) => isCloser(parent.name ?? ""));
    const rules = stack
        .once(findForwardingRules)
        .filter(({ domain }) => isBetween(domain, hostName, name));
    const decided = targetsOf(
        joinLinks([...answers, ...zones, ...rules].map((each) => each.places)),
    );
    const dark = [...places].filter(([place]) => !decided.has(place));
    if (dark.length === 0 || rules.some((rule) => !leadsAnywhere(rule.places))) {
        return [];
    }
    const unsure = findUnsure(stack, zone, answers, served);
    if (unsure !== undefined) {
        notes.addUnknown(resource, unsure);
        return [];
    }
    const source = { source: resource };
    const { isAnswered, misled } = readRecordsFor(stack, source, hostName, served, notes);
    // Where an endpoint here does not answer for its own name, other policies say so.
    const own = misled === undefined ? vpcsOfEndpoints(stack, hostName) : new Map<string, string>();
    const unserved = dark.filter(([place]) => !own.has(place)).map(([, words]) => words);
    return isAnswered || unserved.length === 0
        ? []
        : [{ hostName, service, places: unserved, misled }];
}

/** The VPCs with an endpoint whose service has a host name. */
function vpcsOfEndpoints(stack: Stack, hostName: string): Map<string, string> {
    const endpoints = findEndpoints(stack, new Notes()).filter(({ service, region }) =>
        findHostNames(service, region).includes(hostName),
    );
    return targetsOf(joinLinks(endpoints.map((endpoint) => vpcOf(stack, endpoint))));
}
