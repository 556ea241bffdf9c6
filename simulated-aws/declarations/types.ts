import type { PropertyType } from "../model/schema";
import { type Member, membersOf } from "./members";
import { declarationText, type DeclaredPackage } from "./package";

/** Types inside types that are followed; some of AWS, such as those of web application firewalls, hold themselves. */
const DEPTH = 4;

/** Beginnings of namespaces, and of interfaces outside and inside of them. */
const HEADS =
    /\n(?:export declare namespace (\w+) \{|export interface (\w+) \{| {4}interface (\w+) \{)/g;

interface OutputTypes {
    text: string;
    places: Map<string, number>;
}

const outputTypes = new Map<string, OutputTypes>();
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
    let members = shapes.get(key);
    if (members === undefined) {
        const { text, places } = outputsOf(from);
        const place = places.get(`${namespace}.${name}`);
        const [head, indent] = namespace === "" ? ["export interface", ""] : ["interface", "    "];
        const found =
            place === undefined ? undefined : membersOf(text, `${head} ${name} {`, indent, place);
        members = found ?? [];
        shapes.set(key, members);
    }
    return members;
}

/** The types of outputs, and where each interface begins: the file is too long to be searched for every one. */
function outputsOf(from: DeclaredPackage): OutputTypes {
    let found = outputTypes.get(from.folder);
    if (found === undefined) {
        const text = declarationText(from, "types/output") ?? "";
        const places = new Map<string, number>();
        let namespace = "";
        for (const match of text.matchAll(HEADS)) {
            const [, entered, outer, inner] = match;
            namespace = entered ?? (outer === undefined ? namespace : "");
            const name = outer ?? inner;
            if (name !== undefined) {
                places.set(`${namespace}.${name}`, match.index);
            }
        }
        found = { text, places };
        outputTypes.set(from.folder, found);
    }
    return found;
}
