import { findCanonicalAddress, type IpFamily } from "eks-privatelink/domain";

import { follow, joinLinks, leadApart, type Links, sharedTargets, targetsOf } from "../stack/links";
import { Notes } from "../stack/notes";
import { SUBNETS, VPC_ENDPOINT } from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import { describeResource, type StackResource } from "../stack/stackResource";
import { peekString, readItems, readString } from "../stack/values";

/** An address that the program chooses for an endpoint in a subnet. */
export interface FixedAddress {
    endpoint: StackResource;
    path: string;
    family: IpFamily;
    address: string;
    /** Its subnet; several where preview does not know which of them. */
    subnets: Links;
    /** The ranges that the subnet may have; none where one of them is not known. */
    ranges: string[];
}

const PROPERTY = "subnetConfigurations";
const RANGES = { ipv4: "cidrBlock", ipv6: "ipv6CidrBlock" } as const;
const FAMILIES: IpFamily[] = ["ipv4", "ipv6"];

/** The addresses that an endpoint is to have. Those that preview does not know are noted. */
export function readFixedAddresses(
    stack: Stack,
    endpoint: StackResource,
    notes: Notes,
): FixedAddress[] {
    const { items, unknown } = readItems(endpoint.given, PROPERTY);
    notes.addUnknown(endpoint, ...unknown);
    return items.flatMap(({ index, value }) =>
        FAMILIES.flatMap((family) => {
            const address = notes.attempt(endpoint, () => readString(value, family));
            const path = `${PROPERTY}[${index}].${family}`;
            const subnets = subnetOf(stack, endpoint, value);
            const ranges = rangesOf(subnets, family);
            return address === undefined
                ? []
                : [{ endpoint, path, family, address, subnets, ranges }];
        }),
    );
}

function subnetOf(stack: Stack, endpoint: StackResource, entry: unknown): Links {
    return follow(stack, endpoint, PROPERTY, { types: SUBNETS, within: entry, key: "subnetId" });
}

function rangesOf({ resources, elsewhere, unknown }: Links, family: IpFamily): string[] {
    const ranges = resources.flatMap(
        ({ given, outputs }) =>
            peekString(given, RANGES[family]) ?? peekString(outputs, RANGES[family]) ?? [],
    );
    const isComplete = elsewhere.length === 0 && unknown === undefined;
    return isComplete && ranges.length === resources.length ? ranges : [];
}

/** The subnets, in words, that an endpoint has an entry for and that are certainly not in its `subnetIds`. */
export function findStraySubnets(stack: Stack, endpoint: StackResource): string[] {
    const entries = readItems(endpoint.given, PROPERTY).items;
    const named = joinLinks(entries.map(({ value }) => subnetOf(stack, endpoint, value)));
    // Entries that depend on more subnets than there are entries may name any of them.
    if (targetsOf(named).size > entries.length) {
        return [];
    }
    const own = follow(stack, endpoint, "subnetIds", { types: SUBNETS });
    const isStray = (one: Partial<Links>): boolean =>
        leadApart({ resources: [], elsewhere: [], ...one }, own);
    return [
        ...named.resources
            .filter((subnet) => isStray({ resources: [subnet] }))
            .map((subnet) => describeResource(subnet)),
        ...named.elsewhere.filter((id) => isStray({ elsewhere: [id] })),
    ];
}

/** The same address of the same subnet, chosen earlier in the stack. */
export function findTwin(stack: Stack, fixed: FixedAddress): FixedAddress | undefined {
    const alike = stack.once(groupByAddress).get(keyOf(fixed)) ?? [];
    const place = alike.findIndex(
        ({ endpoint, path }) => endpoint === fixed.endpoint && path === fixed.path,
    );
    return alike
        .slice(0, place)
        .find(({ subnets }) => sharedTargets(subnets, fixed.subnets).size > 0);
}

/** What every endpoint of the stack chooses, of whatever service. */
function groupByAddress(stack: Stack): Map<string, FixedAddress[]> {
    const groups = new Map<string, FixedAddress[]>();
    for (const fixed of stack
        .ofType(VPC_ENDPOINT)
        .flatMap((each) => readFixedAddresses(stack, each, new Notes()))) {
        const key = keyOf(fixed);
        groups.set(key, [...(groups.get(key) ?? []), fixed]);
    }
    return groups;
}

function keyOf({ family, address }: FixedAddress): string {
    return findCanonicalAddress(family, address) ?? address;
}
