import { groupByTarget } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { RECORD, VPC_ENDPOINT } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { UnknownValue } from "../../stack/unknownValues";
import { readItems, readString, readStrings, readValue } from "../../stack/values";
import { findEndpointByDnsName } from "../endpoints";
import { normalizeName } from "../hosts";
import { type HostedZone, zoneOf } from "./hostedZones";

/** A record of a hosted zone. */
export interface AddressRecord {
    resource: StackResource;
    /** Undefined while preview does not know it. */
    type?: string;
    /** The whole name, as clients ask for it; undefined while preview does not know it. */
    name?: string;
}

/** The records of a zone. Those of which preview does not know name or type are noted. */
export function findRecords(stack: Stack, zone: HostedZone, notes: Notes): AddressRecord[] {
    const records = stack.once(recordsByZone).get(zone.resource) ?? [];
    return records.map((resource) => ({
        resource,
        type: notes.attempt(resource, () => readString(resource.given, "type") ?? ""),
        name: notes.attempt(resource, () => readName(resource, zone.name ?? "")),
    }));
}

function recordsByZone(stack: Stack): Map<StackResource, StackResource[]> {
    return groupByTarget(stack.ofType(RECORD), (record) => zoneOf(stack, record));
}

/** As the provider does: a name that does not end with the zone's stands below it, none is the zone's own. */
function readName({ given }: StackResource, zone: string): string {
    const written = readValue(given, "name");
    const name = typeof written === "string" ? normalizeName(written) : "";
    if (name === "" || name === zone) {
        return zone;
    }
    return name.endsWith(`.${zone}`) ? name : `${name}.${zone}`;
}

/** The property by which a record leads to another name. */
export function leadingProperty({ type }: AddressRecord): "aliases" | "records" {
    return type === "CNAME" ? "records" : "aliases";
}

/**
 * The endpoints of this stack that an alias or a CNAME may lead to: none for a record of addresses, or one that leads
 * elsewhere; several where preview only knows that its target comes from all of them.
 */
export function findTargets(stack: Stack, record: AddressRecord): StackResource[] {
    const property = leadingProperty(record);
    const { items, unknown } = readItems(record.resource.given, property);
    const names = items.map(({ value }) =>
        typeof value === "string" ? { values: [value], unknown: [] } : readStrings(value, "name"),
    );
    const known = names
        .flatMap(({ values }) => values)
        .flatMap((name) => findEndpointByDnsName(stack, name) ?? []);
    return unknown.length > 0 || names.some((name) => name.unknown.length > 0)
        ? [...known, ...stack.sourcesOf(record.resource, property, [VPC_ENDPOINT])]
        : known;
}

/** Types of records that lead to addresses. A name with others only, such as TXT, is there and answers nothing. */
const ANSWERING_TYPES = ["A", "AAAA", "CNAME"];

/** Whether a record leads clients to addresses, as an alias or by itself; one of a type that preview does not know may. */
export function isAnswering({ resource, type }: AddressRecord): boolean {
    const mayLead = type === undefined || ANSWERING_TYPES.includes(type);
    return (
        mayLead &&
        ["aliases", "records"].some((property) => {
            const { items, unknown } = readItems(resource.given, property);
            return items.length + unknown.length > 0;
        })
    );
}

/** A zone ID that preview does not know, of a record that may belong to any zone. */
export function findStrayRecord(stack: Stack): UnknownValue | undefined {
    return stack.once(strayRecord);
}

function strayRecord(stack: Stack): UnknownValue | undefined {
    return stack
        .ofType(RECORD)
        .map((record) => zoneOf(stack, record).unknown)
        .find((unknown) => unknown !== undefined);
}
