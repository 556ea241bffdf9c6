import type { PropertyType } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { AclEntry, NetworkAcl } from "../../world/objects/network";
import { put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** Inline entries of one direction. */
export const inlineEntries: PropertyType = {
    list: {
        object: {
            action: "string",
            cidrBlock: "string",
            fromPort: "integer",
            icmpCode: "integer",
            icmpType: "integer",
            ipv6CidrBlock: "string",
            protocol: "string",
            ruleNo: "integer",
            toPort: "integer",
        },
        required: ["action", "fromPort", "protocol", "ruleNo", "toPort"],
    },
    unordered: true,
};

const NUMBERS: { [name: string]: string } = { all: "-1", icmp: "1", tcp: "6", udp: "17" };

/** An entry from an inline item or from a rule of its own; these differ in the names of two properties. */
export function entryFrom(properties: Properties, isEgress: boolean): AclEntry {
    const given = read(properties);
    const protocol = given.text("protocol").toLowerCase();
    const { icmpType, icmpCode } = properties;
    return {
        ruleNumber: given.number("ruleNo", given.number("ruleNumber")),
        isEgress,
        isAllow: given.text("action", given.text("ruleAction")).toLowerCase() === "allow",
        protocol: NUMBERS[protocol] ?? protocol,
        cidr: given.text("cidrBlock") || given.text("ipv6CidrBlock"),
        fromPort: given.number("fromPort"),
        toPort: given.number("toPort"),
        icmp: {
            ...(typeof icmpType === "number" ? { icmpType } : {}),
            ...(typeof icmpCode === "number" ? { icmpCode } : {}),
        },
    };
}

/** Adds entries to an ACL; a number is taken once in each direction. */
export function addEntries(scope: Scope, found: NetworkAcl, entries: AclEntry[]): NetworkAcl {
    const next = [...found.entries];
    for (const entry of entries) {
        if (next.some((each) => isSameEntry(each, entry))) {
            throw new AwsError(
                "NetworkAclEntryAlreadyExists",
                `The network acl entry identified by ${entry.ruleNumber} already exists.`,
            );
        }
        next.push(entry);
    }
    return put(scope.world, "networkAcls", { ...found, entries: next });
}

/** Says whether two entries have one place. */
export function isSameEntry(
    one: Pick<AclEntry, "ruleNumber" | "isEgress">,
    other: Pick<AclEntry, "ruleNumber" | "isEgress">,
): boolean {
    return one.ruleNumber === other.ruleNumber && one.isEgress === other.isEgress;
}
