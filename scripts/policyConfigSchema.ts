import type { Policies } from "@pulumi/policy";

import { ENFORCEMENT_LEVELS, SECOND } from "../policy-pack/pack/checkConfig";
import { exceptionsSchema } from "../policy-pack/pack/checkExceptions";

const POLICIES = "#/definitions/policies";

/** The JSON Schema of a file for `--policy-pack-config`, for editors and other checkers. */
export function policyConfigSchema(policies: Policies): string {
    const level = { enum: ENFORCEMENT_LEVELS };
    const settings = Object.fromEntries(
        policies.map(({ name, description, configSchema }) => [
            name,
            {
                description,
                anyOf: [
                    level,
                    {
                        type: "object",
                        properties: { enforcementLevel: level, ...configSchema?.properties },
                        additionalProperties: false,
                    },
                ],
            },
        ]),
    );
    const entries = { all: level, ...settings };
    const properties = {
        environments: { type: "array", items: { type: "string" } },
        ...Object.fromEntries(
            Object.keys(entries).map((name) => [name, { $ref: `${POLICIES}/properties/${name}` }]),
        ),
    };
    const schema = {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Configuration of eks-privatelink-policies",
        description:
            "Version 2, which the CLI reads from 3.271 on, is the one with exceptions. What is not listed here of it no public " +
            "source explains, so it is not checked.",
        type: "object",
        properties,
        if: { required: ["version"] },
        then: {
            properties: {
                version: { const: SECOND },
                exceptions: exceptionsSchema(policies),
                policies: { anyOf: [{ $ref: POLICIES }, { not: { type: "object" } }] },
            },
        },
        else: { propertyNames: { enum: Object.keys(properties) } },
        definitions: {
            policies: { type: "object", properties: entries, additionalProperties: false },
        },
    };
    return `${JSON.stringify(schema, undefined, 4)}\n`;
}
