import type { FunctionSchema, PropertyType, PropertyTypes, ResourceSchema } from "../model/schema";
import { type Member, membersOf } from "./members";
import { declarationText, type DeclaredPackage, findDeclarations } from "./package";
import { propertyType } from "./types";

/** A resource type that `@pulumi/aws` declares, with the example of an ID that its page gives. */
export interface DeclaredResource {
    schema: ResourceSchema;
    importExample: string;
}

const FORCES_NEW =
    /(forc\w*|creat\w*|requires creating)( \w+){0,3} (a )?new |forces? (a |resource )?re-?(creat|place)|will (try to )?(trigger a resource |re-?create|be replaced)|changing it recreates/i;

/** Longest name that is generated where the declarations say nothing of lengths. */
const MAX_NAME = 255;

const resources = new Map<string, DeclaredResource | undefined>();
const functions = new Map<string, FunctionSchema | undefined>();

/** What the program's `@pulumi/aws` declares of a resource type; undefined for a type that it does not have. */
export function declaredResource(token: string): DeclaredResource | undefined {
    return remembered(resources, token, readResource);
}

/** The same of a function. */
export function declaredFunction(token: string): FunctionSchema | undefined {
    return remembered(functions, token, readFunction);
}

/** What is declared of a resource type, without what stands inside its objects: for a look at all types there are. */
export function declaredOutline(token: string): ResourceSchema | undefined {
    const from = findDeclarations();
    return from && readResource(from, token, 0)?.schema;
}

/** The same of a function. */
export function declaredFunctionOutline(token: string): FunctionSchema | undefined {
    const from = findDeclarations();
    return from && readFunction(from, token, 0);
}

function remembered<T>(
    known: Map<string, T | undefined>,
    token: string,
    make: (from: DeclaredPackage, token: string, depth?: number) => T | undefined,
): T | undefined {
    const from = findDeclarations();
    if (from === undefined) {
        return undefined;
    }
    const key = `${from.folder} ${token}`;
    if (!known.has(key)) {
        known.set(key, make(from, token));
    }
    return known.get(key);
}

function readResource(
    from: DeclaredPackage,
    token: string,
    depth?: number,
): DeclaredResource | undefined {
    const { place, name } = placeOf(token);
    const text = declarationText(from, place);
    const outputs = text && membersOf(text, `export declare class ${name} extends`);
    const inputs = text && membersOf(text, `export interface ${name}Args {`);
    if (!text || !outputs || !inputs) {
        return undefined;
    }
    const typed = outputs.map((member) => ({
        member,
        type: propertyType(from, member.type, depth),
    }));
    const inputOf = new Map(inputs.map((member) => [member.name, member]));
    const those = (belongs: (input: Member | undefined, output: Member) => boolean) =>
        Object.fromEntries(
            typed
                .filter(({ member }) => belongs(inputOf.get(member.name), member))
                .map(({ member, type }) => [member.name, type]),
        );
    const settled = those((input, output) => input?.optional === true && !output.optional);
    return {
        schema: {
            token,
            required: those((input) => input?.optional === false),
            optional: those((input, output) => input?.optional === true && output.optional),
            settled,
            computed: those((input) => input === undefined),
            ...autoNameOf(place, settled),
            replaceOn: inputs
                .filter(({ name, comment }) => name === "region" || FORCES_NEW.test(comment))
                .map((member) => member.name),
            settledWithin: settledWithin(typed.map(({ member, type }) => [member.name, type])),
        },
        importExample: importExample(text, token),
    };
}

/** The provider generates the name of a resource: `name`, or the type's own such as `nodeGroupName`. */
function autoNameOf(place: string, settled: PropertyTypes): Pick<ResourceSchema, "autoName"> {
    const own = `${place.split("/").at(-1) ?? ""}Name`;
    const property = ["name", own].find((name) => settled[name] === "string");
    return property === undefined ? {} : { autoName: { property, maxLength: MAX_NAME } };
}

/** Members that every output of the type has, and that the input may lack. */
function settledWithin(types: [string, PropertyType][]): { [property: string]: string[] } {
    const entries = types.map(([name, type]) => [name, requiredMembers(type)] as const);
    return Object.fromEntries(entries.filter(([, members]) => members.length > 0));
}

function requiredMembers(type: PropertyType): string[] {
    if (typeof type === "string" || "map" in type) {
        return [];
    }
    return "list" in type ? requiredMembers(type.list) : (type.required ?? []);
}

function importExample(text: string, token: string): string {
    const [, example = ""] =
        new RegExp(`\\$ pulumi import ${token} \\S+ (\\S+)`).exec(text.replace(/`/g, "")) ?? [];
    return example.replace(/^["']|["']$/g, "");
}

function readFunction(
    from: DeclaredPackage,
    token: string,
    depth?: number,
): FunctionSchema | undefined {
    const { place, name } = placeOf(token);
    const text = declarationText(from, place);
    if (!text?.includes(`export declare function ${name}(`)) {
        return undefined;
    }
    const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const args = membersOf(text, `export interface ${capital}Args {`) ?? [];
    const result = membersOf(text, `export interface ${capital}Result {`) ?? [];
    const required = (members: Member[], optional: boolean) =>
        members.filter((member) => member.optional === optional).map((member) => member.name);
    const typesOf = (members: Member[]): PropertyTypes =>
        Object.fromEntries(
            members.map(({ name, type }) => [name, propertyType(from, type, depth)]),
        );
    return {
        token,
        args: Object.fromEntries(args.map((member) => [member.name, "any" as const])),
        requiredArgs: required(args, false),
        result: typesOf(result),
        optionalResult: required(result, true),
    };
}

/** `aws:eks/cluster:Cluster` is in `eks/cluster.d.ts`, `aws:index/getArn:getArn` in `getArn.d.ts`. */
function placeOf(token: string): { place: string; name: string } {
    const [, place = "", name = ""] = /^aws:(?:index\/)?([\w/]+):(\w+)$/.exec(token) ?? [];
    return { place: place === "" ? "none" : place, name };
}
