import type { EnforcementLevel, Policies } from "@pulumi/policy";
import {
    describeGiven,
    describeNearest,
    type Problem,
    problem,
    within,
} from "eks-privatelink/domain";

import { checkExceptions, noteUnknownKeys } from "./checkExceptions";
import { type ConfigSchema, readConfig } from "./policyConfig";

/** What a policy may be set to, in the words of the engine. */
export const ENFORCEMENT_LEVELS: EnforcementLevel[] = [
    "advisory",
    "mandatory",
    "remediate",
    "disabled",
];

/** Keys of the file beside the policies; `policies` is one of version 2 at most. */
const [VERSION, EXCEPTIONS, ENVIRONMENTS, POLICIES] = [
    "version",
    "exceptions",
    "environments",
    "policies",
] as const;

/** The version of the file with exceptions. */
export const SECOND = 2;

/**
 * What is wrong with a file for `--policy-pack-config`; warnings say what is not checked. The engine itself ignores the
 * names of policies that it does not know. Version 2 is the one with exceptions, of the CLI from 3.271 on.
 */
export function checkConfig(config: unknown, policies: Policies): Problem[] {
    if (!isObject(config)) {
        const reason = `${describeGiven(config)} was given; write an object with a key for each policy`;
        return [{ path: "", reason }];
    }
    const {
        [VERSION]: version,
        [EXCEPTIONS]: exceptions,
        [ENVIRONMENTS]: environments,
        ...rest
    } = config;
    const common = environments === undefined ? [] : checkEnvironments(environments);
    if (VERSION in config) {
        return [...common, ...checkSecondVersion(version, exceptions, rest, policies)];
    }
    const misplaced =
        'is read in version 2 of the file only; write "version": 2 too, with a CLI of 3.271 or later';
    return [
        ...common,
        ...(exceptions === undefined ? [] : problem(EXCEPTIONS, misplaced)),
        ...checkPolicies(rest, policies),
    ];
}

/** Policies stand in a file of version 2 as in one before, or below `policies`: no public source shows which. */
function checkSecondVersion(
    version: unknown,
    exceptions: unknown,
    rest: { [key: string]: unknown },
    policies: Policies,
): Problem[] {
    const names = ["all", ...policies.map(({ name }) => name)];
    const known = Object.entries(rest).filter(([key]) => names.includes(key));
    const nested = rest[POLICIES];
    const reason = `${describeGiven(version)} is no version with exceptions; write ${SECOND}`;
    return [
        ...(version === SECOND ? [] : problem(VERSION, reason)),
        ...(exceptions === undefined
            ? []
            : within(EXCEPTIONS, checkExceptions(exceptions, policies))),
        ...checkPolicies(Object.fromEntries(known), policies),
        ...(isObject(nested) ? within(POLICIES, checkPolicies(nested, policies)) : []),
        ...noteUnknownKeys(rest, isObject(nested) ? [...names, POLICIES] : names),
    ];
}

function checkPolicies(config: { [key: string]: unknown }, policies: Policies): Problem[] {
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

/** Environments of Pulumi ESC that the pack runs with. Source: pulumi/pulumi, pkg/resource/analyzer/config.go, read 2026-11-26. */
function checkEnvironments(environments: unknown): Problem[] {
    const isRight =
        Array.isArray(environments) && environments.every((each) => typeof each === "string");
    const reason = `${describeGiven(environments)} was given; write a list of names of environments`;
    return isRight ? [] : problem(ENVIRONMENTS, reason);
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
