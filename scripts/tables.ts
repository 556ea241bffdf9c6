import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Policies } from "@pulumi/policy";

import type { Component, Properties, Property, Schema, TypeSpec } from "./schema/schema";

const REPOSITORY = join(__dirname, "..");

type Types = Schema["types"];

/** The stored schema as it is now: generating writes it first. */
function readSchema(): Schema {
    return JSON.parse(readFileSync(join(REPOSITORY, "sdk", "schema.json"), "utf-8")) as Schema;
}

/** Arguments and outputs of each component, by its name; the arguments of a group stand under the group. */
export function componentTables(): { [component: string]: () => string } {
    const schema = readSchema();
    return Object.fromEntries(
        Object.entries(schema.resources).map(([type, component]) => [
            type.slice(type.lastIndexOf(":") + 1),
            () => tablesOf(component, schema.types),
        ]),
    );
}

function tablesOf(
    { inputProperties, requiredInputs, properties }: Component,
    types: Types,
): string {
    const outputs = Object.entries(properties).map(([name, property]) => [
        `\`${name}\``,
        typeName(property, types),
        property.description ?? "",
    ]);
    return [
        table(
            ["Argument", "Type", "Meaning"],
            argumentRows("", inputProperties, requiredInputs, types),
        ),
        table(["Output", "Type", "Meaning"], outputs),
    ].join("\n\n");
}

function argumentRows(
    prefix: string,
    properties: Properties,
    required: string[],
    types: Types,
): string[][] {
    return Object.entries(properties).flatMap(([name, property]) => {
        const path = `${prefix}${name}`;
        const mark = required.includes(name) ? " (required)" : "";
        const row = [`\`${path}\`${mark}`, typeName(property, types), property.description ?? ""];
        const [place, group] = groupOf(path, property, types);
        return group?.properties === undefined
            ? [row]
            : [row, ...argumentRows(`${place}.`, group.properties, group.required ?? [], types)];
    });
}

/** The group that a property is, or is a map of, and where its fields stand. */
function groupOf(
    path: string,
    property: Property,
    types: Types,
): [string, Types[string] | undefined] {
    const values = property.additionalProperties;
    return values === undefined
        ? [path, typeOf(property, types)]
        : [`${path}.<name>`, typeOf(values, types)];
}

/** Policies of the pack, each with what it says and how to fix it. */
export function policiesTable(policies: Policies): string {
    const rows = policies.map((policy) => [
        `<a id="${policy.name}"></a>[\`${policy.name}\`](docs/${policy.name}.md)`,
        policy.enforcementLevel ?? "",
        policy.severity ?? "",
        policy.description,
        policy.remediationSteps ?? "",
        policy.framework === undefined
            ? ""
            : `${policy.framework.name} ${policy.framework.reference}`,
    ]);
    return table(["Policy", "Level", "Severity", "Rule", "What to do", "Also asked by"], rows);
}

/** The named type of a property, also where its text may stand for it. */
function typeOf({ $ref, oneOf = [] }: TypeSpec, types: Types): Types[string] | undefined {
    const [named] = oneOf.filter((each) => each.$ref !== undefined);
    if (named !== undefined) {
        return typeOf(named, types);
    }
    return $ref === undefined ? undefined : types[$ref.replace("#/types/", "")];
}

function typeName(property: TypeSpec, types: Types): string {
    const named = typeOf(property, types);
    if (named?.enum !== undefined) {
        return named.enum.map(({ value }) => `\`${value}\``).join(", ");
    }
    if (named !== undefined) {
        return "group";
    }
    if (property.items !== undefined) {
        return `list of ${typeName(property.items, types)}`;
    }
    if (property.additionalProperties !== undefined) {
        return `map of ${typeName(property.additionalProperties, types)}`;
    }
    return property.type ?? "any";
}

/** A Markdown table. */
export function table(head: string[], rows: string[][]): string {
    const line = (cells: string[]): string =>
        `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text with what stands between `<!-- name -->` and `<!-- /name -->` replaced, wherever it has a place for it. */
export function fillIn(text: string, parts: { [name: string]: () => string }): string {
    return Object.entries(parts).reduce((filled, [name, part]) => {
        const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
        const from = filled.indexOf(start);
        const to = filled.indexOf(end);
        return from < 0 || to < from
            ? filled
            : `${filled.slice(0, from + start.length)}\n\n${part()}\n\n${filled.slice(to)}`;
    }, text);
}
