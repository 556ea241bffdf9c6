import type { IpFamily } from "eks-privatelink/domain";

import type { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { type EksEndpoint, readEndpoint, readFamilies } from "../endpoints";
import { type EksHost, findEksHost } from "../hosts";
import type { HostedZone } from "./hostedZones";
import { findUnplacedFor } from "./recordNames";
import { type AddressRecord, findRecords, findTargets, isAnswering } from "./records";

const RECORD_TYPES: { [family in IpFamily]: string } = { ipv4: "A", ipv6: "AAAA" };

/** A record that leads a host name of EKS to an endpoint of something else. */
export interface StrayRecord {
    record: AddressRecord;
    host: EksHost;
    target: StackResource;
}

/** Finds such records of a zone, of its own name and below it. */
export function findStrayRecords(stack: Stack, zone: HostedZone, notes: Notes): StrayRecord[] {
    return findRecords(stack, zone, notes)
        .filter(isAnswering)
        .flatMap((record) => {
            const host = findEksHost(record.name ?? "");
            const target = host && findStrayTarget(stack, record, host, notes);
            return host && target ? [{ record, host, target }] : [];
        });
}

/** The endpoint that a zone is for, and the types of records that it needs and does not have. */
export interface MissingRecords {
    endpoint: StackResource;
    types: string[];
}

/** Finds what a zone for a host lacks. What may turn out to be right after preview is noted instead. */
export function findMissingRecords(
    stack: Stack,
    zone: HostedZone,
    host: EksHost,
    endpoints: EksEndpoint[],
    notes: Notes,
): MissingRecords | undefined {
    const records = findRecords(stack, zone, notes);
    const apex = records.filter((record) => record.name === zone.name && isAnswering(record));
    const endpoint = findEndpointOf(stack, apex, endpoints, host);
    if (endpoint === undefined) {
        const reason = `answers for ${host.hostName}, whose endpoint is not in this stack`;
        notes.notApplicable.add(`${describeResource(zone.resource)} ${reason}`);
        return undefined;
    }
    const families = notes.attempt(endpoint.resource, () => readFamilies(endpoint)) ?? [];
    const types = families
        .map((family) => RECORD_TYPES[family])
        .filter((type) => apex.every((record) => record.type !== type));
    if (types.length === 0) {
        return undefined;
    }
    const unread = records.some(({ type, name }) => type === undefined || name === undefined);
    const stray = findUnplacedFor(stack, host.hostName)[0]?.unknown;
    notes.addUnknown(zone.resource, stray);
    return unread || stray !== undefined ? undefined : { endpoint: endpoint.resource, types };
}

/** The endpoint of this stack that a zone is for: one that its records lead to before any other that fits. */
function findEndpointOf(
    stack: Stack,
    apex: AddressRecord[],
    endpoints: EksEndpoint[],
    host: EksHost,
): EksEndpoint | undefined {
    const fitting = endpoints.filter((endpoint) => fits(endpoint, host));
    const targets = apex.flatMap((record) => findTargets(stack, record));
    return fitting.find((endpoint) => targets.includes(endpoint.resource)) ?? fitting[0];
}

/** The endpoint of something else that a record leads a host to; undefined where it may lead to a right one. */
export function findStrayTarget(
    stack: Stack,
    record: AddressRecord,
    host: EksHost,
    notes: Notes,
): StackResource | undefined {
    const targets = findTargets(stack, record);
    const right = targets.some((target) => {
        const endpoint = notes.attempt(record.resource, () => readEndpoint(target));
        return endpoint !== undefined && fits(endpoint, host);
    });
    return right || notes.unknowns.has(record.resource) ? undefined : targets[0];
}

function fits({ service, region }: EksEndpoint, host: EksHost): boolean {
    return host.region === region && host.services.includes(service);
}
