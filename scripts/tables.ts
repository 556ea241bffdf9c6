import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policies } from "@pulumi/policy";

const REPOSITORY = join(__dirname, "..");

interface Property {
    type?: string;
    $ref?: string;
    description?: string;
    items?: Property;
    additionalProperties?: Property;
}

interface Schema {
    resources: {
        [type: string]: {
            inputProperties: { [name: string]: Property };
            properties: { [name: string]: Property };
            requiredInputs: string[];
        };
    };
    types: {
        [type: string]: { properties?: { [name: string]: Property }; enum?: { value: string }[] };
    };
}

const SCHEMA = JSON.parse(readFileSync(join(REPOSITORY, "sdk", "schema.json"), "utf-8")) as Schema;
const SET = SCHEMA.resources["eks-privatelink:index:EksEndpointSet"];

/** Arguments of the component, those of a group under the group. */
export function argumentsTable(): string {
    return table(["Argument", "Type", "Meaning"], argumentRows("", SET?.inputProperties ?? {}));
}

function argumentRows(prefix: string, properties: { [name: string]: Property }): string[][] {
    return Object.entries(properties).flatMap(([name, property]) => {
        const path = `${prefix}${name}`;
        const required = prefix === "" && SET?.requiredInputs.includes(name) ? " (required)" : "";
        const fields = typeOf(property)?.properties;
        const row = [`\`${path}\`${required}`, typeName(property), property.description ?? ""];
        return fields === undefined ? [row] : [row, ...argumentRows(`${path}.`, fields)];
    });
}

/** Outputs of the component. */
export function outputsTable(): string {
    const rows = Object.entries(SET?.properties ?? {}).map(([name, property]) => [
        `\`${name}\``,
        typeName(property),
        property.description ?? "",
    ]);
    return table(["Output", "Type", "Meaning"], rows);
}

/** Policies of the pack, each with what it says and how to fix it. */
export function policiesTable(policies: Policies): string {
    const rows = policies.map((policy) => [
        `<a id="${policy.name}"></a>\`${policy.name}\``,
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

function typeOf({ $ref }: Property): Schema["types"][string] | undefined {
    return $ref === undefined ? undefined : SCHEMA.types[$ref.replace("#/types/", "")];
}

function typeName(property: Property): string {
    const named = typeOf(property);
    if (named?.enum !== undefined) {
        return named.enum.map(({ value }) => `\`${value}\``).join(", ");
    }
    if (named !== undefined) {
        return "group";
    }
    if (property.items !== undefined) {
        return `list of ${typeName(property.items)}`;
    }
    if (property.additionalProperties !== undefined) {
        return `map of ${typeName(property.additionalProperties)}`;
    }
    return property.type ?? "any";
}

function table(head: string[], rows: string[][]): string {
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
