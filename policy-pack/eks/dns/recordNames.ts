import type { Links } from "../../stack/links";
import { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import { readPrivateNames } from "./privateNames";
import { findRecords, findUnplacedRecords, isAnswering, type UnplacedRecord } from "./records";
import { findForwardingRules, findUnreadRules, isWithin } from "./resolverRules";

/**
 * Whether something answers for a host name that has no zone of its own: a record of a private zone, by that name or as a
 * wildcard, or the DNS servers that a Resolver rule has asked for the very name.
 */
export function isNamedElsewhere(stack: Stack, hostName: string): boolean {
    const names = stack.once(readRecordNames);
    return (
        [hostName, ...wildcardsFor(hostName)].some((name) => names.has(name)) ||
        stack.once(findForwardingRules).some(({ domain }) => domain === hostName)
    );
}

/**
 * Whether something may turn out to answer for one of these names: a record once its own name or zone is known, or a Resolver
 * rule of these VPCs. Such are noted.
 */
export function mayBeNamed(stack: Stack, hostNames: string[], vpcs: Links, notes: Notes): boolean {
    const unsure = new Notes();
    const { zones } = stack.once(readPrivateNames);
    const above = zones.filter(({ name }) =>
        hostNames.some((hostName) => name !== undefined && isWithin(hostName, name)),
    );
    const nameless = above
        .flatMap((zone) => findRecords(stack, zone, unsure))
        .filter((record) => isAnswering(record) && record.name === undefined);
    const others = [
        ...hostNames.flatMap((hostName) => findUnplacedFor(stack, hostName)),
        ...findUnreadRules(stack, vpcs),
    ];
    for (const { resource } of nameless) {
        notes.addUnknown(resource, unsure.unknowns.get(resource));
    }
    for (const { resource, unknown } of others) {
        notes.addUnknown(resource, unknown);
    }
    return nameless.length + others.length > 0;
}

/** The records that may answer for a host name in a zone above it, or of that name, once preview knows their zone. */
export function findUnplacedFor(stack: Stack, hostName: string): UnplacedRecord[] {
    return findUnplacedRecords(stack).filter(
        ({ name }) => name === undefined || isPartOf(name, hostName),
    );
}

/** Whether a record of a private zone has the very name of a host. */
export function hasOwnRecord(stack: Stack, hostName: string): boolean {
    return stack.once(readRecordNames).has(hostName);
}

/** The wildcards that match a name: `*.b.c` and `*.c` for `a.b.c`. */
export function wildcardsFor(hostName: string): string[] {
    const labels = hostName.split(".");
    return labels.slice(1).map((_, i) => ["*", ...labels.slice(i + 1)].join("."));
}

/** Whether a name, whole or without that of its zone, may be meant for a host. */
function isPartOf(name: string, hostName: string): boolean {
    return [hostName, ...wildcardsFor(hostName)].some(
        (each) => each === name || each.startsWith(`${name}.`),
    );
}

function readRecordNames(stack: Stack): Set<string> {
    const { zones } = stack.once(readPrivateNames);
    const records = zones.flatMap((zone) => findRecords(stack, zone, new Notes()));
    return new Set(
        records.filter(isAnswering).flatMap(({ name }) => (name === undefined ? [] : [name])),
    );
}
