import { type EksService, findShadowedHosts } from "eks-privatelink/domain";

import { targetsOf } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import type { UnknownValue } from "../../stack/unknownValues";
import { findEksHost } from "../hosts";
import type { Answer, PrivateNames } from "./privateNames";
import { findRecords } from "./records";

/** A host that private DNS or a hosted zone hides, where nothing answers for it. */
export interface HiddenHost {
    hostName: string;
    /** The service whose endpoint answers for it. */
    service: EksService;
    /** The VPCs, in words. */
    places: string[];
}

/**
 * The hosts that an answer hides, without those of some services. What may turn out to answer for one after preview is
 * noted instead.
 */
export function findHiddenHosts(
    stack: Stack,
    answer: Answer,
    served: PrivateNames,
    mayStayHidden: string[],
    notes: Notes,
): HiddenHost[] {
    const below = findHostsBelow(answer).filter(({ service }) => !mayStayHidden.includes(service));
    return below.flatMap(({ hostName, service }) => {
        const others = served.answers.filter(({ hostNames }) => hostNames.includes(hostName));
        const answered = new Set(others.flatMap(({ places }) => [...targetsOf(places).keys()]));
        const dark = [...targetsOf(answer.places)].filter(([place]) => !answered.has(place));
        const places = dark.map(([, words]) => words);
        const elsewhere = answer.places.unknown !== undefined;
        if (places.length === 0 && !elsewhere) {
            return [];
        }
        const unsure = findUnsure(answer, others, served);
        if (unsure !== undefined) {
            notes.addUnknown(answer.source, unsure);
            return [];
        }
        return hasRecord(stack, answer, hostName, served, notes)
            ? []
            : [{ hostName, service, places: elsewhere ? [...places, "its VPC"] : places }];
    });
}

function findHostsBelow({ hostNames }: Answer): { hostName: string; service: EksService }[] {
    return hostNames.flatMap((zone) => {
        const { services, region } = findEksHost(zone) ?? { services: [], region: "" };
        return services
            .flatMap((service) => findShadowedHosts(service, region))
            .filter(({ hostName }) => hostName.endsWith(`.${zone}`));
    });
}

/** What preview does not know, and what may show that somebody answers after all. */
function findUnsure(
    { places }: Answer,
    others: Answer[],
    { zones, unsure }: PrivateNames,
): UnknownValue | undefined {
    return [
        ...unsure.values(),
        ...others.map((other) => other.places.unknown ?? places.unknown),
        ...zones.map(({ unknownName }) => unknownName),
    ].find((unknown) => unknown !== undefined);
}

/** A hosted zone may answer for a host below its name with a record. One without a known name may be that record. */
function hasRecord(
    stack: Stack,
    { source }: Answer,
    hostName: string,
    { zones }: PrivateNames,
    notes: Notes,
): boolean {
    return zones
        .filter(({ resource }) => resource === source)
        .flatMap((zone) => findRecords(stack, zone, notes))
        .some(({ name }) => name === hostName || name === undefined);
}
