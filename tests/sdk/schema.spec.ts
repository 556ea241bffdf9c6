import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Schema } from "../../scripts/schema/schema";

const FILE = join(__dirname, "..", "..", "sdk", "schema.json");

describe("schema.json", () => {
    const text = readFileSync(FILE, "utf-8");
    const schema = JSON.parse(text) as Schema;
    const resources = Object.entries(schema.resources);
    const types = Object.values(schema.types);

    it("describes every input, output, type and enumeration value in plain text", () => {
        const described = [
            ...resources.flatMap(([, row]) => [
                ...Object.values(row.inputProperties),
                ...Object.values(row.properties),
            ]),
            ...types,
            ...types.flatMap((row) => [
                ...Object.values(row.properties ?? {}),
                ...(row.enum ?? []),
            ]),
        ];
        assert.ok(described.length > 60);
        for (const { description } of described) {
            assert.match(description ?? "", /^[A-Z][^]*\.$/);
        }
        assert.doesNotMatch(text, /\[object Object\]/);
    });

    it("says of every optional argument what it defaults to", () => {
        for (const [type, { inputProperties, requiredInputs }] of resources) {
            for (const [name, { description }] of Object.entries(inputProperties)) {
                if (!requiredInputs.includes(name)) {
                    assert.match(description ?? "", /Defaults to /, `${type} ${name}`);
                }
            }
        }
    });

    it("names no type after arguments, because the SDKs of other languages add that themselves", () => {
        const names = Object.keys(schema.types).map((type) => type.split(":").at(-1) ?? "");
        assert.ok(names.length > 10);
        assert.deepEqual(
            names.filter((name) => name.endsWith("Args")),
            [],
        );
    });

    it("has no argument that is any number where it has to be a whole one", () => {
        const inputs = [
            ...resources.map(([, { inputProperties }]) => inputProperties),
            ...types.map(({ properties = {} }) => properties),
        ].flatMap((properties) => Object.entries(properties));
        const ofType = (wanted: string) =>
            inputs.filter(([, { type }]) => type === wanted).map(([name]) => name);
        assert.deepEqual(ofType("number"), []);
        assert.deepEqual(ofType("integer"), ["retentionInDays", "maxAggregationInterval"]);
    });

    it("lets every enumeration be written as text too", () => {
        const properties = [
            ...resources.map(([, { inputProperties }]) => inputProperties),
            ...types.map(({ properties = {} }) => properties),
        ].flatMap((each) => Object.values(each));
        const enumerations = properties
            .map((property) => property.items ?? property)
            .filter((each) =>
                [each, ...(each.oneOf ?? [])].some(
                    ({ $ref = "" }) => schema.types[$ref.replace("#/types/", "")]?.enum,
                ),
            );
        assert.ok(enumerations.length > 8);
        for (const { oneOf = [] } of enumerations) {
            assert.equal(oneOf[0]?.type, "string");
        }
    });
});
