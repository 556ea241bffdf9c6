import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(__dirname, "..", "..", "sdk", "schema.json");

interface Described {
    description?: string;
}
interface Schema {
    resources: {
        [type: string]: {
            inputProperties: { [name: string]: Described };
            properties: { [name: string]: Described };
        };
    };
    types: {
        [type: string]: { properties?: { [name: string]: Described }; enum?: Described[] };
    };
}

describe("schema.json", () => {
    const text = readFileSync(FILE, "utf-8");
    const schema = JSON.parse(text) as Schema;

    it("describes every input, output and enumeration value in plain text", () => {
        const resources = Object.values(schema.resources);
        const types = Object.values(schema.types);
        const described = [
            ...resources.flatMap((row) => [
                ...Object.values(row.inputProperties),
                ...Object.values(row.properties),
            ]),
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
        const [set] = Object.values(schema.resources);
        for (const [name, { description }] of Object.entries(set?.inputProperties ?? {})) {
            if (name !== "vpcId" && name !== "subnetIds") {
                assert.match(description ?? "", /Defaults to /, name);
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
});
