import { type EksService, findShadowedHosts } from "eks-privatelink/domain";

import { leadsAnywhere, targetsOf } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { UnknownValue } from "../../stack/unknownValues";
import { findEksHost } from "../hosts";
import type { Answer, PrivateNames } from "./privateNames";
import { findUnplacedFor, wildcardsFor } from "./recordNames";
import { findRecords, isAnswering } from "./records";
import { findForwardingRules, findUnreadRules, isBetween } from "./resolverRules";
import { findStrayTarget } from "./zoneRecords";

/** A host that private DNS, a hosted zone of EKS or a zone above it hides, where nothing answers for it. */
export interface HiddenHost {
    hostName: string;
    /** The service whose endpoint answers for it. */
    service: EksService;
    /** The VPCs, in words. */
    places: string[];
    /** The wildcard record that leads it to an endpoint of something else. */
    misled?: { record: StackResource; target: StackResource };
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
    return below.flatMap(({ zone, hostName, service }) => {
        const others = served.answers.filter(({ hostNames }) => hostNames.includes(hostName));
        const answered = new Set(others.flatMap(({ places }) => [...targetsOf(places).keys()]));
        const forwarding = stack
            .once(findForwardingRules)
            .filter(({ domain }) => isBetween(domain, hostName, zone));
        if (forwarding.some((rule) => !leadsAnywhere(rule.places))) {
            return [];
        }
        for (const place of forwarding.flatMap((rule) => [...targetsOf(rule.places).keys()])) {
            answered.add(place);
        }
        const dark = [...targetsOf(answer.places)].filter(([place]) => !answered.has(place));
        const places = dark.map(([, words]) => words);
        const elsewhere = answer.places.unknown !== undefined;
        if (places.length === 0 && !elsewhere) {
            return [];
        }
        const unsure = findUnsure(stack, answer, others, served);
        if (unsure !== undefined) {
            notes.addUnknown(answer.source, unsure);
            return [];
        }
        const { isAnswered, misled } = readRecordsFor(stack, answer, hostName, served, notes);
        return isAnswered
            ? []
            : [{ hostName, service, places: elsewhere ? [...places, "its VPC"] : places, misled }];
    });
}

function findHostsBelow({
    hostNames,
}: Answer): { zone: string; hostName: string; service: EksService }[] {
    return hostNames.flatMap((zone) => {
        const { services, region } = findEksHost(zone) ?? { services: [], region: "" };
        return services
            .flatMap((service) => findShadowedHosts(service, region))
            .filter(({ hostName }) => hostName.endsWith(`.${zone}`))
            .map((host) => ({ ...host, zone }));
    });
}

/** What preview does not know, and what may show that somebody answers after all. */
export function findUnsure(
    stack: Stack,
    { places }: Pick<Answer, "places">,
    others: Answer[],
    { zones, unsure }: PrivateNames,
): UnknownValue | undefined {
    return [
        ...unsure.values(),
        ...others.map((other) => other.places.unknown ?? places.unknown),
        ...zones.map(({ unknownName }) => unknownName),
        ...findUnreadRules(stack, places).map(({ unknown }) => unknown),
    ].find((unknown) => unknown !== undefined);
}

/**
 * A hosted zone may answer for a host below its name with a record, or with a wildcard that leads to the right endpoint.
 * A record without a known name or zone may be the one; what a record of the very name leads to is judged with the zone.
 */
export function readRecordsFor(
    stack: Stack,
    { source }: Pick<Answer, "source">,
    hostName: string,
    { zones }: PrivateNames,
    notes: Notes,
): { isAnswered: boolean; misled?: HiddenHost["misled"] } {
    const own = zones.filter(({ resource }) => resource === source);
    const records = own.flatMap((zone) => findRecords(stack, zone, notes).filter(isAnswering));
    const stray = own.length > 0 ? findUnplacedFor(stack, hostName)[0]?.unknown : undefined;
    notes.addUnknown(source, stray);
    if (
        stray !== undefined ||
        records.some(({ name }) => name === hostName || name === undefined)
    ) {
        return { isAnswered: true };
    }
    const wildcards = wildcardsFor(hostName);
    const host = findEksHost(hostName);
    const wildcard = records.find(({ name }) => wildcards.includes(name ?? ""));
    const target = wildcard && host && findStrayTarget(stack, wildcard, host, notes);
    return {
        isAnswered: wildcard !== undefined && target === undefined,
        misled: wildcard && target && { record: wildcard.resource, target },
    };
}
