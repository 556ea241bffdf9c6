import { findHostNames } from "eks-privatelink/domain";

import { joinLinks, type Links, sharedTargets } from "../../stack/links";
import { Notes } from "../../stack/notes";
import { VPC_ENDPOINT } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { UnknownValue } from "../../stack/unknownValues";
import { type EksEndpoint, readEndpoint } from "../endpoints";
import { vpcOf } from "../network";
import { findPrivateZones, type HostedZone } from "./hostedZones";
import { hasPrivateDns } from "./privateDns";
import { carrying, findProfiles, type Profile } from "./profiles";

/** Something of this stack that host names of EKS resolve to. */
export interface Answer {
    /** An endpoint, by its private DNS or through a profile, or a private hosted zone. */
    source: StackResource;
    hostNames: string[];
    /** VPCs that it answers in. */
    places: Links;
}

/** What answers for host names of EKS, and where: the one place that endpoints, zones and profiles are brought together. */
export interface PrivateNames {
    answers: Answer[];
    zones: HostedZone[];
    /** Endpoints of which preview does not know whether they answer, and for what. */
    unsure: Map<StackResource, UnknownValue>;
}

/** Reads the private names of a stack. */
export function readPrivateNames(stack: Stack): PrivateNames {
    const notes = new Notes();
    const profiles = findProfiles(stack);
    const zones = findPrivateZones(stack, profiles);
    const ofEndpoints = stack.ofType(VPC_ENDPOINT).flatMap((resource) => {
        const answer = notes.attempt(resource, () => {
            const endpoint = readEndpoint(resource);
            return endpoint === undefined ? undefined : answerOf(stack, endpoint, profiles);
        });
        return answer ?? [];
    });
    const ofZones = zones.flatMap(({ resource, host, places }) =>
        host === undefined ? [] : [{ source: resource, hostNames: [host.hostName], places }],
    );
    return { answers: [...ofEndpoints, ...ofZones], zones, unsure: notes.unknowns };
}

function answerOf(stack: Stack, endpoint: EksEndpoint, profiles: Profile[]): Answer | undefined {
    const { resource: source, service, region } = endpoint;
    const carried = carrying(profiles, source).map(({ places }) => places);
    const own = hasPrivateDns(stack, endpoint) ? [vpcOf(stack, endpoint)] : [];
    return own.length + carried.length === 0
        ? undefined
        : {
              source,
              hostNames: findHostNames(service, region),
              places: joinLinks([...own, ...carried]),
          };
}

/** What else of this stack has a name of an endpoint in its VPC already. */
export function findHolder(stack: Stack, endpoint: EksEndpoint): StackResource | undefined {
    const hostNames = findHostNames(endpoint.service, endpoint.region);
    const vpc = vpcOf(stack, endpoint);
    return stack
        .once(readPrivateNames)
        .answers.filter((answer) => answer.hostNames.some((name) => hostNames.includes(name)))
        .find(({ places }) => sharedTargets(places, vpc).size > 0)?.source;
}
