import type { EnforcementLevel, Policies } from "@pulumi/policy";
import { describeGiven, describeNearest, type Problem, within } from "eks-privatelink/domain";

import { type ConfigSchema, readConfig } from "./policyConfig";

/** What a policy may be set to, in the words of the engine. */
export const ENFORCEMENT_LEVELS: EnforcementLevel[] = [
    "advisory",
    "mandatory",
    "remediate",
    "disabled",
];

/** What is wrong with a file for `--policy-pack-config`. The engine itself ignores the names of policies that it does not know. */
export function checkConfig(config: unknown, policies: Policies): Problem[] {
    if (!isObject(config)) {
        const reason = `${describeGiven(config)} was given; write an object with a key for each policy`;
        return [{ path: "", reason }];
    }
    const names = [...policies.map(({ name }) => name), "all"];
    return Object.entries(config).flatMap(([name, value]) => {
        const policy = policies.find((each) => each.name === name);
        if (policy === undefined && name !== "all") {
            const reason = `is no policy of this pack${describeNearest(name, names)}`;
            return [{ path: name, reason }];
        }
        return within(name, checkPolicyConfig(value, policy?.configSchema?.properties));
    });
}

function checkPolicyConfig(value: unknown, properties: object = {}): Problem[] {
    if (!isObject(value)) {
        return checkLevel("", value);
    }
    const own = Object.entries(properties).filter(([key]) => key !== "exemptions");
    const schema = Object.fromEntries(own) as ConfigSchema<{ [key: string]: unknown }>;
    const level = value.enforcementLevel;
    return [
        ...(level === undefined ? [] : checkLevel("enforcementLevel", level)),
        ...readConfig(schema, value).problems,
    ];
}

function checkLevel(path: string, level: unknown): Problem[] {
    if (ENFORCEMENT_LEVELS.some((known) => known === level)) {
        return [];
    }
    const known = ENFORCEMENT_LEVELS.join(", ");
    const nearest = typeof level === "string" ? describeNearest(level, ENFORCEMENT_LEVELS) : "";
    return [
        { path, reason: `${describeGiven(level)} is no level; known levels: ${known}${nearest}` },
    ];
}

function isObject(value: unknown): value is { [key: string]: unknown } {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
