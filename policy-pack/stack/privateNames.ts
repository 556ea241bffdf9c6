import { findHostNames } from "eks-privatelink/domain";

import { Findings } from "../findings";
import { EksEndpoint, readEndpoint } from "./eksEndpoints";
import { findPrivateZones, HostedZone } from "./hostedZones";
import { joinLinks, Links } from "./links";
import { vpcOf } from "./networks";
import { carrying, findProfiles, Profile } from "./profiles";
import { VPC_ENDPOINT } from "./resourceTypes";
import { Stack } from "./stack";
import { StackResource } from "./stackResource";
import { UnknownValue } from "./unknownValues";
import { readBoolean } from "./values";

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
    const findings = new Findings();
    const profiles = findProfiles(stack);
    const zones = findPrivateZones(stack, profiles);
    const ofEndpoints = stack.ofType(VPC_ENDPOINT).flatMap((resource) => {
        const answer = findings.attempt(resource, () => {
            const endpoint = readEndpoint(resource);
            return endpoint === undefined ? undefined : answerOf(stack, endpoint, profiles);
        });
        return answer ?? [];
    });
    const ofZones = zones.flatMap(({ resource, host, places }) =>
        host === undefined ? [] : [{ source: resource, hostNames: [host.hostName], places }],
    );
    return { answers: [...ofEndpoints, ...ofZones], zones, unsure: findings.unknowns };
}

function answerOf(stack: Stack, endpoint: EksEndpoint, profiles: Profile[]): Answer | undefined {
    const { resource: source, service, region } = endpoint;
    const carried = carrying(profiles, source).map(({ places }) => places);
    const own =
        readBoolean(source.given, "privateDnsEnabled") === true ? [vpcOf(stack, endpoint)] : [];
    return own.length + carried.length === 0
        ? undefined
        : {
              source,
              hostNames: findHostNames(service, region),
              places: joinLinks([...own, ...carried]),
          };
}
