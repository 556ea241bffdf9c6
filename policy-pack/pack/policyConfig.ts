import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { describeNearest, type Problem } from "eks-privatelink/domain";

import { type Exemption, EXEMPTIONS_SCHEMA, readExemptions } from "./exemption";

/** The schema of a policy's own config keys. Every key has a default, so that no config is needed. */
export type ConfigSchema<Config> = {
    [Key in keyof Config]: PolicyConfigJSONSchema & { description: string; default: Config[Key] };
};

/** The config of a policy, read. */
export interface PolicyConfig<Config> {
    /** Every key; the default where it is absent or has a problem. */
    values: Config;
    exemptions: Exemption[];
    problems: Problem[];
}

/**
 * Reads what a user has configured for a policy; what has another type is left out. `check` finds what the types do not
 * show.
 */
export function readConfig<Config extends object>(
    schema: ConfigSchema<Config>,
    configured: { [key: string]: unknown },
    check: (values: Config) => Problem[] = () => [],
): PolicyConfig<Config> {
    const { exemptions, problems } = readExemptions(configured.exemptions);
    const values = {} as Config;
    for (const key of Object.keys(schema) as (keyof Config & string)[]) {
        const value = configured[key] ?? schema[key].default;
        const valid = hasType(schema[key], value);
        values[key] = (valid ? value : schema[key].default) as Config[typeof key];
        if (!valid) {
            problems.push({
                path: key,
                reason: `${JSON.stringify(value)} is no ${typeName(schema[key])}; ${schema[key].description}`,
            });
        }
    }
    problems.push(...check(values));
    return { values, exemptions, problems: [...findUnknownKeys(schema, configured), ...problems] };
}

/** The schema of a key that holds a list of strings, empty by default. */
export function listOfStrings(description: string): ConfigSchema<{ list: string[] }>["list"] {
    return { type: "array", items: { type: "string" }, description, default: [] };
}

/** The whole schema of a policy, in the form that the engine reads. */
export function toPolicyConfigSchema(schema: { [key: string]: PolicyConfigJSONSchema }): {
    properties: { [key: string]: PolicyConfigJSONSchema };
} {
    return { properties: { ...schema, exemptions: EXEMPTIONS_SCHEMA } };
}

function findUnknownKeys(schema: object, configured: object): Problem[] {
    const known = [...Object.keys(schema), "exemptions", "enforcementLevel"];
    return Object.keys(configured)
        .filter((key) => !known.includes(key))
        .map((key) => ({
            path: key,
            reason: `is no key of this policy; known: ${known.join(", ")}${describeNearest(key, known)}`,
        }));
}

function hasType({ type }: PolicyConfigJSONSchema, value: unknown): boolean {
    switch (type) {
        case "array":
            return Array.isArray(value) && value.every((item) => typeof item === "string");
        case "integer":
            return Number.isInteger(value);
        default:
            return typeof value === type;
    }
}

function typeName({ type }: PolicyConfigJSONSchema): string {
    return type === "array" ? "list of strings" : String(type);
}
