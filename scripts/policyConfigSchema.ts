import type { Policies } from "@pulumi/policy";

import { ENFORCEMENT_LEVELS } from "../policy-pack/pack/checkConfig";

/** The JSON Schema of a file for `--policy-pack-config`, for editors and other checkers. */
export function policyConfigSchema(policies: Policies): string {
    const level = { enum: ENFORCEMENT_LEVELS };
    const properties = Object.fromEntries(
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
    const schema = {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Configuration of eks-privatelink-policies",
        type: "object",
        properties: { all: level, ...properties },
        additionalProperties: false,
    };
    return `${JSON.stringify(schema, undefined, 4)}\n`;
}
