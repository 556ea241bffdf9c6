import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { functions } from "../../simulated-aws/invokes";
import { resourceModel } from "../../simulated-aws/model/catalogue";
import { inputsOf, type PropertyType, type PropertyTypes } from "../../simulated-aws/model/schema";
import { resources } from "../../simulated-aws/services";
import {
    type Declared,
    declaredFunction,
    declaredResource,
    enumValues,
} from "./support/declarations";

/** Sorts the properties of a resource as its declarations do: by who sets them, and whether they may be absent. */
function sorted({ inputs, outputs }: { inputs: Declared; outputs: Declared }) {
    const groups = { required: [], optional: [], settled: [], computed: [] } as {
        [group: string]: string[];
    };
    for (const [name, { optional }] of Object.entries(outputs)) {
        const input = inputs[name];
        const given = input?.optional === true ? (optional ? "optional" : "settled") : "required";
        groups[input === undefined ? "computed" : given]?.push(name);
    }
    return groups;
}

function names(types: PropertyTypes): string[] {
    return Object.keys(types).sort();
}

/** A declared type in the words of the model's tables. */
function kindOf(type: string): string {
    if (type === "string" || type === "boolean") {
        return type;
    }
    if (type === "number") {
        return "integer";
    }
    if (type.endsWith("[]")) {
        return "list";
    }
    return type.startsWith("{") ? "map" : "object";
}

function modelKindOf(type: PropertyType): string {
    if (typeof type === "string") {
        return type === "document" ? "string" : type;
    }
    return "list" in type ? "list" : "map" in type ? "map" : "object";
}

function kindProblems(types: PropertyTypes, declared: Declared): string[] {
    return Object.entries(types)
        .filter(([, type]) => type !== "any")
        .filter(([name, type]) => modelKindOf(type) !== kindOf(declared[name]?.type ?? ""))
        .map(([name, type]) => `${name} is ${modelKindOf(type)}, declared ${declared[name]?.type}`);
}

describe("resource types of the model", () => {
    for (const { schema } of resources) {
        it(`has the declared properties of ${schema.token}`, () => {
            const groups = sorted(declaredResource(schema.token));
            assert.deepEqual(
                {
                    required: names(schema.required),
                    optional: names(schema.optional),
                    settled: names(schema.settled),
                    computed: names(schema.computed),
                },
                {
                    required: groups.required?.sort(),
                    optional: groups.optional?.sort(),
                    settled: groups.settled?.sort(),
                    computed: groups.computed?.sort(),
                },
            );
        });

        it(`has the declared types of ${schema.token}`, () => {
            const { outputs } = declaredResource(schema.token);
            const types = { ...inputsOf(schema), ...schema.computed };
            assert.deepEqual(kindProblems(types, outputs), []);
        });

        const enums = Object.entries(declaredResource(schema.token).inputs).flatMap(
            ([property, { type }]) => enumValues(type).map((value) => ({ property, value })),
        );
        if (enums.length > 0) {
            it(`takes the declared values of ${schema.token}`, () => {
                const refused = enums.filter(({ property, value }) =>
                    resourceModel(schema.token)
                        .check?.({ [property]: value })
                        .some((failure) => failure.property === property),
                );
                assert.deepEqual(refused, []);
            });
        }

        it(`names only properties of ${schema.token} in its rules`, () => {
            const inputs = inputsOf(schema);
            const named = [
                ...schema.replaceOn.map((property) => property.split(".")[0] ?? ""),
                ...Object.keys(schema.defaults ?? {}),
                ...(schema.ignored ?? []),
                ...(schema.documents ?? []),
                ...(schema.autoName === undefined ? [] : [schema.autoName.property]),
                ...Object.values(schema.unsettledBy ?? {}).flat(),
            ];
            assert.deepEqual(
                named.filter((property) => !(property in inputs)),
                [],
            );
        });
    }
});

describe("functions of the model", () => {
    for (const { schema } of functions) {
        it(`has the declared members of ${schema.token}`, () => {
            const { args, result } = declaredFunction(schema.token);
            const optional = Object.keys(result).filter((name) => result[name]?.optional);
            assert.deepEqual(
                {
                    args: names(schema.args),
                    result: names(schema.result),
                    optional: (schema.optionalResult ?? []).sort(),
                },
                {
                    args: Object.keys(args).sort(),
                    result: Object.keys(result).sort(),
                    optional: optional.sort(),
                },
            );
        });

        it(`has the declared types of ${schema.token}`, () => {
            const { result } = declaredFunction(schema.token);
            assert.deepEqual(kindProblems(schema.result, result), []);
        });
    }
});
