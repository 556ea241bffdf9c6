import type { Value } from "./values";

/** The shape of a property, enough for a Pulumi schema and for comparing two values. */
export type PropertyType =
    | "string"
    | "boolean"
    | "integer"
    | "number"
    | "any"
    /** JSON text; a program may give the object instead, and the provider writes it out. */
    | "document"
    | { list: PropertyType; unordered?: true }
    | { map: PropertyType }
    | { object: { [key: string]: PropertyType }; required?: string[] };

export interface PropertyTypes {
    [key: string]: PropertyType;
}

export const strings: PropertyType = { list: "string" };
export const stringSet: PropertyType = { list: "string", unordered: true };
export const stringMap: PropertyType = { map: "string" };

/** Properties by who sets them. A test holds them against the declarations of @pulumi/aws. */
export interface ResourceSchema {
    token: string;
    required: PropertyTypes;
    /** Stays absent when it is omitted. */
    optional: PropertyTypes;
    /** When it is omitted AWS settles it, so that a preview does not know it. */
    settled: PropertyTypes;
    /** Never an input. */
    computed: PropertyTypes;
    /** What the provider's own check fills in for an omitted input. */
    defaults?: { [key: string]: Value };
    /** The property that gets a generated name, the longest one that Pulumi generates, and whether in small letters. */
    autoName?: { property: string; maxLength: number; isLowerCase?: true };
    /** Inputs whose change replaces the resource; nested ones with a dot. */
    replaceOn: string[];
    /** Properties whose JSON text is compared by meaning. */
    documents?: string[];
    /** Outputs that a change of certain inputs makes unknown in a preview of an update. */
    unsettledBy?: { [key: string]: string[] };
    /** Members that AWS settles in an object, or in the items of a list, where the input omits them. */
    settledWithin?: { [property: string]: string[] };
    /** Never told apart: they only steer the provider, or only matter once. */
    ignored?: string[];
}

/** A look-up: what it takes and what it answers. */
export interface FunctionSchema {
    token: string;
    args: PropertyTypes;
    requiredArgs?: string[];
    result: PropertyTypes;
    /** Members of the result that may be absent. */
    optionalResult?: string[];
}

/** Every property that a program may set. */
export function inputsOf(schema: ResourceSchema): PropertyTypes {
    return { ...schema.required, ...schema.optional, ...schema.settled };
}

/** Every property of the finished resource. */
export function outputsOf(schema: ResourceSchema): PropertyTypes {
    return { ...inputsOf(schema), ...schema.computed };
}
