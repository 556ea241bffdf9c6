import { joinPath } from "eks-privatelink/domain";

import { groupByTarget } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { RECORD, VPC_ENDPOINT, ZONE_RECORDS } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { UnknownValue } from "../../stack/unknownValues";
import { peekString, readItems, readString, readStrings, readValue } from "../../stack/values";
import { findEndpointByDnsName } from "../endpoints";
import { normalizeName } from "../hosts";
import { type HostedZone, zoneOf } from "./hostedZones";

/** A record of a hosted zone, by itself or among those that a `RecordsExclusive` holds. */
export interface AddressRecord {
    resource: StackResource;
    /** Undefined while preview does not know it. */
    type?: string;
    /** The whole name, as clients ask for it; undefined while preview does not know it. */
    name?: string;
    /** The property by which it leads to another name. */
    path: string;
    /** The names and addresses that it leads to, as far as they are known. */
    targets: string[];
    hasUnknownTarget: boolean;
}

/** The records of a zone. Those of which preview does not know name or type are noted. */
export function findRecords(stack: Stack, zone: HostedZone, notes: Notes): AddressRecord[] {
    const resources = stack.once(recordsByZone).get(zone.resource) ?? [];
    return resources.flatMap((resource) => readRecords(resource, zone.name ?? "", notes));
}

function recordsByZone(stack: Stack): Map<StackResource, StackResource[]> {
    return groupByTarget(stack.ofType(RECORD, ZONE_RECORDS), (record) => zoneOf(stack, record));
}

/** Where a record names others (an alias, then a CNAME or addresses), by property and by key in its items. */
type Form = [alias: { property: string; key: string }, others: { property: string; key: string }];

const ALONE: Form = [
    { property: "aliases", key: "name" },
    { property: "records", key: "value" },
];
const AMONG_OTHERS: Form = [
    { property: "aliasTarget", key: "dnsName" },
    { property: "resourceRecords", key: "value" },
];

function readRecords(resource: StackResource, zone: string, notes: Notes): AddressRecord[] {
    const read = (written: unknown, path: string, form: Form): AddressRecord => {
        const type = notes.attempt(resource, () => readString(written, "type") ?? "");
        const name = notes.attempt(resource, () => readName(written, zone));
        const [alias, others] = form;
        const { property } = type === "CNAME" ? others : alias;
        return {
            resource,
            type,
            name,
            path: joinPath(path, property),
            ...readTargets(written, form),
        };
    };
    if (resource.type === RECORD) {
        return [read(resource.given, "", ALONE)];
    }
    const list = "resourceRecordSets";
    const { items, unknown } = readItems(resource.given, list);
    notes.addUnknown(resource, ...unknown);
    return [
        ...items.map(({ index, value }) => read(value, `${list}[${index}]`, AMONG_OTHERS)),
        ...unknown.map(() => ({ resource, path: list, targets: [], hasUnknownTarget: true })),
    ];
}

/** As the provider does: a name that does not end with the zone's stands below it, none is the zone's own. */
function readName(record: unknown, zone: string): string {
    const written = readValue(record, "name");
    const name = typeof written === "string" ? normalizeName(written) : "";
    if (name === "" || name === zone) {
        return zone;
    }
    return name.endsWith(`.${zone}`) ? name : `${name}.${zone}`;
}

function readTargets(
    record: unknown,
    form: Form,
): Pick<AddressRecord, "targets" | "hasUnknownTarget"> {
    const read = form.flatMap(({ property, key }) => {
        const { items, unknown } = readItems(record, property);
        const names = items.map(({ value }) =>
            typeof value === "string" ? { values: [value], unknown: [] } : readStrings(value, key),
        );
        return [{ values: [], unknown }, ...names];
    });
    return {
        targets: read.flatMap(({ values }) => values),
        hasUnknownTarget: read.some(({ unknown }) => unknown.length > 0),
    };
}

/**
 * The endpoints of this stack that an alias or a CNAME may lead to: none for a record of addresses, or one that leads
 * elsewhere; several where preview only knows that its target comes from all of them.
 */
export function findTargets(stack: Stack, record: AddressRecord): StackResource[] {
    const { resource, path, targets, hasUnknownTarget } = record;
    const known = targets.flatMap((name) => findEndpointByDnsName(stack, name) ?? []);
    const [property = ""] = path.split("[");
    return hasUnknownTarget
        ? [...known, ...stack.sourcesOf(resource, property, [VPC_ENDPOINT])]
        : known;
}

/** Types of records that lead to addresses. A name with others only, such as TXT, is there and answers nothing. */
const ANSWERING_TYPES = ["A", "AAAA", "CNAME"];

/** Whether a record leads clients to addresses, as an alias or by itself; one of a type that preview does not know may. */
export function isAnswering({ type, targets, hasUnknownTarget }: AddressRecord): boolean {
    return (
        (type === undefined || ANSWERING_TYPES.includes(type)) &&
        (targets.length > 0 || hasUnknownTarget)
    );
}

/** A record that may belong to any zone, because preview does not know its zone. */
export interface UnplacedRecord {
    resource: StackResource;
    unknown: UnknownValue;
    /** As it is written, perhaps without the name of its zone; undefined where there is none, or preview does not know it. */
    name?: string;
}

/** Such records of a stack. */
export function findUnplacedRecords(stack: Stack): UnplacedRecord[] {
    return stack.once(unplacedRecords);
}

function unplacedRecords(stack: Stack): UnplacedRecord[] {
    return stack.ofType(RECORD, ZONE_RECORDS).flatMap((resource) => {
        const { unknown } = zoneOf(stack, resource);
        const name = normalizeName(peekString(resource.given, "name") ?? "");
        return unknown === undefined
            ? []
            : [{ resource, unknown, name: name === "" ? undefined : name }];
    });
}
