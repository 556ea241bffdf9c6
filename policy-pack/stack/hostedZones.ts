import { Findings } from "../findings";
import { follow } from "./links";
import { ZONE, ZONE_ASSOCIATION } from "./resourceTypes";
import { Stack } from "./stack";
import { StackResource } from "./stackResource";
import { peek } from "./unknownValues";
import { readItems, readString } from "./values";

/**
 * Whether a private hosted zone of this stack has one of these host names; undefined, with the zones noted as unknown,
 * when preview does not know yet.
 */
export function hasZone(
    stack: Stack,
    hostNames: string[],
    findings: Findings,
): boolean | undefined {
    const zones = stack
        .ofType(ZONE)
        .filter((zone) => isPrivate(stack, zone))
        .map((zone) => ({ zone, name: peek(() => readString(zone.given, "name") ?? "") }));
    if (zones.some(({ name }) => hostNames.includes(normalizeName(name.value ?? "")))) {
        return true;
    }
    const unknown = zones.filter(({ name }) => name.unknown !== undefined);
    for (const { zone, name } of unknown) {
        findings.addUnknown(zone, name.unknown);
    }
    return unknown.length > 0 ? undefined : false;
}

/** A DNS name in lower case without the dot at its end. */
export function normalizeName(name: string): string {
    return name.toLowerCase().replace(/\.$/, "");
}

/** A zone is private when it has a VPC, in the zone itself or through an association. */
function isPrivate(stack: Stack, zone: StackResource): boolean {
    const { items, unknown } = readItems(zone.given, "vpcs");
    return (
        items.length > 0 ||
        unknown.length > 0 ||
        stack.ofType(ZONE_ASSOCIATION).some((association) =>
            follow(stack, association, "zoneId", {
                types: [ZONE],
                by: "zoneId",
            }).resources.includes(zone),
        )
    );
}
