import type { Policies } from "@pulumi/policy";
import {
    describeGiven,
    describeNearest,
    type Problem,
    problem,
    warning,
    within,
} from "eks-privatelink/domain";

import { readValue } from "../stack/values";

/** A URN as the engine writes it: stack, project, types and name. */
const URN = "^urn:pulumi:[^:]+::[^:]+::[^*]+::[^*]+$";

const TEXT = { type: "string", pattern: "\\S" };
const list = (items: object): object => ({ type: "array", minItems: 1, items });

/**
 * The exceptions that the engine itself makes, in version 2 of the file.
 * Source: https://www.pulumi.com/docs/discovery-governance/concepts/policy-as-code/policy-exceptions/, read 2026-11-26.
 */
export function exceptionsSchema(policies: Policies): object {
    const match = {
        type: "object",
        properties: {
            policies: list({ enum: policies.map(({ name }) => name) }),
            targets: list({ type: "string", pattern: URN }),
        },
        required: ["policies", "targets"],
    };
    const exception = {
        type: "object",
        properties: { reason: TEXT, match: list(match) },
        required: ["reason", "match"],
    };
    return { type: "array", items: exception };
}

/** What is wrong with the exceptions of the engine; the engine compares them with findings, this pack never sees them. */
export function checkExceptions(exceptions: unknown, policies: Policies): Problem[] {
    if (!Array.isArray(exceptions)) {
        const reason = `${describeGiven(exceptions)} was given; write a list of { reason, match }`;
        return problem("", reason);
    }
    return exceptions.flatMap((exception: unknown, i) => {
        const reason = readValue(exception, "reason");
        const isText = typeof reason === "string" && reason.trim() !== "";
        return within(`[${i}]`, [
            ...(isText
                ? []
                : problem("reason", `${describeGiven(reason)} was given; say why, in a sentence`)),
            ...checkItems(exception, "match", "entries { policies, targets }", (entry) => [
                ...checkItems(entry, "policies", "names of policies", (name) =>
                    checkPolicyName(name, policies),
                ),
                ...checkItems(entry, "targets", "URNs of resources", checkTarget),
                ...noteUnknownKeys(entry, ["policies", "targets"]),
            ]),
            ...noteUnknownKeys(exception, ["reason", "match"]),
        ]);
    });
}

function checkItems(
    holder: unknown,
    key: string,
    what: string,
    check: (item: unknown) => Problem[],
): Problem[] {
    const items = readValue(holder, key);
    if (!Array.isArray(items) || items.length === 0) {
        const given = Array.isArray(items) ? "an empty list" : describeGiven(items);
        return problem(key, `${given} was given; write a list of ${what}`);
    }
    return items.flatMap((item: unknown, i) => within(`${key}[${i}]`, check(item)));
}

function checkPolicyName(name: unknown, policies: Policies): Problem[] {
    const names = policies.map((policy) => policy.name);
    if (names.some((known) => known === name)) {
        return [];
    }
    const nearest = typeof name === "string" ? describeNearest(name, names) : "";
    return problem("", `${describeGiven(name)} is no policy of this pack${nearest}`);
}

function checkTarget(target: unknown): Problem[] {
    const reason =
        `${describeGiven(target)} is no URN; the engine compares whole URNs, which pulumi stack --show-urns prints, and ` +
        "takes neither names nor *; for those, use exemptions of a policy";
    return typeof target === "string" && new RegExp(URN).test(target) ? [] : problem("", reason);
}

/** Says which keys nothing public explains, so that whoever reads "right" knows what it is not about. */
export function noteUnknownKeys(holder: unknown, known: string[]): Problem[] {
    const keys = typeof holder === "object" && holder !== null ? Object.keys(holder) : [];
    return keys
        .filter((key) => !known.includes(key))
        .flatMap((key) => warning(key, "is not checked, because no public source says what it is"));
}
