import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { joinPath, type Problem } from "eks-privatelink/domain";

import { readString } from "../stack/values";

/** One agreed exception from a policy. */
export interface Exemption {
    /** URN or name of a resource; `*` stands for any text. */
    resource: string;
    /** Why, in the words of whoever agreed. */
    reason: string;
    /** Last day of the exception (UTC), as `2027-01-31`. */
    expires: string;
}

const DATE = "^\\d{4}-\\d{2}-\\d{2}$";

/** The config key that every policy has. */
export const EXEMPTIONS_SCHEMA: PolicyConfigJSONSchema = {
    type: "array",
    description:
        "Resources that the policy leaves alone: URN or name (* stands for any text), reason, and the last day of the exemption.",
    items: {
        type: "object",
        properties: {
            resource: { type: "string", minLength: 1 },
            reason: { type: "string", minLength: 1 },
            expires: { type: "string", pattern: DATE },
        },
        required: ["resource", "reason", "expires"],
        additionalProperties: false,
    },
};

/** Reads the exemptions of a policy's config. Those with a problem do not exempt. */
export function readExemptions(config: unknown): { exemptions: Exemption[]; problems: Problem[] } {
    if (config === undefined) {
        return { exemptions: [], problems: [] };
    }
    if (!Array.isArray(config)) {
        const reason = "is no list; write [{ resource, reason, expires }]";
        return { exemptions: [], problems: [{ path: "exemptions", reason }] };
    }
    const read = config.map((entry: unknown, i) => readExemption(entry, `exemptions[${i}]`));
    return {
        exemptions: read.flatMap(({ exemption }) => exemption ?? []),
        problems: read.flatMap(({ problems }) => problems),
    };
}

function readExemption(
    entry: unknown,
    path: string,
): { exemption?: Exemption; problems: Problem[] } {
    const resource = readString(entry, "resource");
    const reason = readString(entry, "reason");
    const expires = readString(entry, "expires");
    if (resource === undefined || reason === undefined || expires === undefined) {
        const missing = Object.entries({ resource, reason, expires })
            .filter(([, value]) => value === undefined)
            .map(([key]) => key);
        const problem = `lacks ${missing.join(" and ")}; an exemption needs resource, reason and expires`;
        return { problems: [{ path, reason: problem }] };
    }
    if (!isDate(expires)) {
        const problem = `"${expires}" is no date; write year, month and day as 2027-01-31`;
        return { problems: [{ path: joinPath(path, "expires"), reason: problem }] };
    }
    return { exemption: { resource, reason, expires }, problems: [] };
}

/** Whether an exemption still holds. */
export function isCurrent({ expires }: Exemption, today = new Date()): boolean {
    return expires >= today.toISOString().slice(0, 10);
}

/** Whether an exemption means this resource. */
export function exempts(
    { resource }: Exemption,
    { urn, name }: { urn: string; name: string },
): boolean {
    const literal = resource.split("*").map((text) => text.replace(/[.\\+?^${}()|[\]]/g, "\\$&"));
    const pattern = new RegExp(`^${literal.join(".*")}$`, "s");
    return pattern.test(urn) || pattern.test(name);
}

function isDate(text: string): boolean {
    const date = new Date(`${text}T00:00:00Z`);
    return (
        new RegExp(DATE).test(text) &&
        !Number.isNaN(date.getTime()) &&
        date.toISOString().startsWith(text)
    );
}
