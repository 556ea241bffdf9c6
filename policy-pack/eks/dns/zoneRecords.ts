import type { IpFamily } from "eks-privatelink/domain";

import type { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { type EksEndpoint, readEndpoint, readFamilies } from "../endpoints";
import type { EksHost } from "../hosts";
import type { HostedZone } from "./hostedZones";
import {
    type AddressRecord,
    findAliasTargets,
    findRecords,
    findStrayRecord,
    isAnswering,
} from "./records";

const RECORD_TYPES: { [family in IpFamily]: string } = { ipv4: "A", ipv6: "AAAA" };

/** The records of a zone for a host name of EKS, beside the endpoints of this stack that the host belongs to. */
export interface ZoneRecords {
    /** Alias records of the zone's own name that lead to endpoints of something else. */
    strayAliases: { record: StackResource; target: StackResource }[];
    /** The endpoint that the zone is for, and the types of records that it needs and does not have. */
    missing?: { endpoint: StackResource; types: string[] };
}

/** Reads the records of a zone for a host. What may turn out to be right after preview is noted instead. */
export function readZoneRecords(
    stack: Stack,
    zone: HostedZone,
    host: EksHost,
    endpoints: EksEndpoint[],
    notes: Notes,
): ZoneRecords {
    const records = findRecords(stack, zone, notes);
    const apex = records.filter((record) => record.name === zone.name && isAnswering(record));
    const strayAliases = apex.flatMap((record) => findStrayAlias(stack, record, host, notes));
    const endpoint = findEndpointOf(stack, apex, endpoints, host);
    if (endpoint === undefined) {
        const reason = `answers for ${host.hostName}, whose endpoint is not in this stack`;
        notes.notApplicable.add(`${describeResource(zone.resource)} ${reason}`);
        return { strayAliases };
    }
    const families = notes.attempt(endpoint.resource, () => readFamilies(endpoint)) ?? [];
    const types = families
        .map((family) => RECORD_TYPES[family])
        .filter((type) => apex.every((record) => record.type !== type));
    if (types.length === 0) {
        return { strayAliases };
    }
    const unread = records.some(({ type, name }) => type === undefined || name === undefined);
    const stray = findStrayRecord(stack);
    notes.addUnknown(zone.resource, stray);
    return unread || stray !== undefined
        ? { strayAliases }
        : { strayAliases, missing: { endpoint: endpoint.resource, types } };
}

/** The endpoint of this stack that a zone is for: one that its records lead to before any other that fits. */
function findEndpointOf(
    stack: Stack,
    apex: AddressRecord[],
    endpoints: EksEndpoint[],
    host: EksHost,
): EksEndpoint | undefined {
    const fitting = endpoints.filter((endpoint) => fits(endpoint, host));
    const targets = apex.flatMap((record) => findAliasTargets(stack, record));
    return fitting.find((endpoint) => targets.includes(endpoint.resource)) ?? fitting[0];
}

function findStrayAlias(
    stack: Stack,
    { resource: record }: AddressRecord,
    host: EksHost,
    notes: Notes,
): ZoneRecords["strayAliases"] {
    const targets = findAliasTargets(stack, { resource: record });
    const right = targets.some((target) => {
        const endpoint = notes.attempt(record, () => readEndpoint(target));
        return endpoint !== undefined && fits(endpoint, host);
    });
    const [target] = targets;
    return target === undefined || right || notes.unknowns.has(record) ? [] : [{ record, target }];
}

function fits({ service, region }: EksEndpoint, host: EksHost): boolean {
    return host.region === region && host.services.includes(service);
}
