import assert from "node:assert/strict";
import { join } from "node:path";

import ts from "typescript";

import schema from "../../../sdk/connection/connection.schema.json";

interface Schema {
    $ref?: string;
    type?: string;
    const?: unknown;
    enum?: unknown[];
    required?: string[];
    properties?: { [name: string]: Schema };
    additionalProperties?: Schema;
    items?: Schema;
}

const FILE = join(__dirname, "..", "..", "..", "sdk", "connection", "connection.ts");

function typeOf(name: string): { type: ts.Type; checker: ts.TypeChecker } {
    const program = ts.createProgram([FILE], { strict: true, noEmit: true });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(FILE);
    const symbol = source && checker.getSymbolAtLocation(source);
    const found = symbol && checker.getExportsOfModule(symbol).find((each) => each.name === name);
    assert.ok(found, name);
    return { type: checker.getDeclaredTypeOfSymbol(found), checker };
}

/** A TypeScript type in the words of a JSON Schema, as far as both can say it. */
function describeType(type: ts.Type, checker: ts.TypeChecker): unknown {
    if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) {
        return type.types.map((each) => (each as ts.StringLiteralType).value).sort();
    }
    if (type.isLiteral()) {
        return [type.value];
    }
    if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Boolean)) {
        return checker.typeToString(type);
    }
    if (checker.isArrayType(type)) {
        const [item] = checker.getTypeArguments(type as ts.TypeReference);
        assert.ok(item);
        return { listOf: describeType(item, checker) };
    }
    const values = type.getStringIndexType();
    return values === undefined
        ? Object.fromEntries(
              type.getProperties().map((property) => {
                  const optional = Boolean(property.flags & ts.SymbolFlags.Optional);
                  const own = checker.getNonNullableType(checker.getTypeOfSymbol(property));
                  return [property.name + (optional ? "?" : ""), describeType(own, checker)];
              }),
          )
        : { mapOf: describeType(values, checker) };
}

/** A JSON Schema in the same words. */
function describeSchema(given: Schema): unknown {
    const name = given.$ref?.replace("#/definitions/", "");
    const { definitions } = schema as unknown as { definitions: { [name: string]: Schema } };
    const node = name === undefined ? given : (definitions[name] ?? {});
    if (node.enum !== undefined || node.const !== undefined) {
        return (node.enum ?? [node.const]).slice().sort();
    }
    if (node.items !== undefined) {
        return { listOf: describeSchema(node.items) };
    }
    if (node.additionalProperties !== undefined) {
        return { mapOf: describeSchema(node.additionalProperties) };
    }
    if (node.properties !== undefined) {
        return Object.fromEntries(
            Object.entries(node.properties).map(([key, value]) => [
                key + (node.required?.includes(key) === true ? "" : "?"),
                describeSchema(value),
            ]),
        );
    }
    return node.type;
}

describe("connection.schema.json", () => {
    it("says what the type EksEndpointConnection says", function () {
        this.timeout(60_000);
        const { type, checker } = typeOf("EksEndpointConnection");
        assert.deepEqual(describeSchema(schema as Schema), describeType(type, checker));
    });
});
