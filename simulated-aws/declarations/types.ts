import type { PropertyType } from "../model/schema";
import { type Member, membersOf } from "./members";
import { declarationText, type DeclaredPackage } from "./package";

/** Types inside types that are followed; some of AWS, such as those of web application firewalls, hold themselves. */
const DEPTH = 4;

const outputTexts = new Map<string, string>();
const shapes = new Map<string, Member[]>();

/** The type of a member of an output in the words of the model. */
export function propertyType(from: DeclaredPackage, type: string, depth = DEPTH): PropertyType {
    switch (type) {
        case "string":
        case "boolean":
        case "number":
            return type;
    }
    if (type.endsWith("[]")) {
        return { list: propertyType(from, type.slice(0, -2), depth) };
    }
    const [, valueType] = /^\{ \[key: string\]: (.*?);? ?\}$/.exec(type) ?? [];
    if (valueType !== undefined) {
        return { map: propertyType(from, valueType, depth) };
    }
    const [, namespace, name] = /^outputs\.(?:(\w+)\.)?(\w+)$/.exec(type) ?? [];
    if (name === undefined || depth === 0) {
        return type.startsWith("enums.") ? "string" : "any";
    }
    const members = shapeOf(from, namespace ?? "", name);
    return {
        object: Object.fromEntries(
            members.map((member) => [member.name, propertyType(from, member.type, depth - 1)]),
        ),
        required: members.filter(({ optional }) => !optional).map((member) => member.name),
    };
}

function shapeOf(from: DeclaredPackage, namespace: string, name: string): Member[] {
    const key = `${from.folder} ${namespace}.${name}`;
    const known = shapes.get(key);
    if (known !== undefined) {
        return known;
    }
    const text = outputText(from);
    const start = namespace === "" ? 0 : text.indexOf(`\nexport declare namespace ${namespace} {`);
    const found =
        namespace === ""
            ? membersOf(text, `export interface ${name} {`)
            : membersOf(text.slice(start + 1), `interface ${name} {`, "    ");
    shapes.set(key, found ?? []);
    return found ?? [];
}

function outputText(from: DeclaredPackage): string {
    let text = outputTexts.get(from.folder);
    if (text === undefined) {
        text = declarationText(from, "types/output") ?? "";
        outputTexts.set(from.folder, text);
    }
    return text;
}
