import { createHash } from "node:crypto";

import { declaredResource } from "../declarations/schemas";
import type { CheckFailure, ResourceModel } from "./resource";
import { inputsOf, type ResourceSchema } from "./schema";
import { compact, isKnown, isObject, type Properties, UNKNOWN, type Value } from "./values";

/** What a check needs to know beside the inputs. */
export interface CheckContext {
    /** Resource name, the start of a generated name. */
    name: string;
    /** Makes generated names differ; the engine hands it over. */
    seed: string;
    /** Inputs of the last update, whose generated name is kept. */
    oldInputs?: Properties;
}

export interface Checked {
    inputs: Properties;
    failures: CheckFailure[];
}

/** Fills in defaults and generated names as the real provider does, and lists what is wrong. */
export function check(model: ResourceModel, news: Properties, context: CheckContext): Checked {
    const given = writtenOut(model.schema, compact(news));
    const inputs = withDefaults(model.schema, given, context);
    const unnamed = generatedNameFailures(model.schema, inputs, context);
    if (unnamed.length > 0) {
        return { inputs, failures: unnamed };
    }
    const failures = [...shapeFailures(model.schema, inputs), ...(model.check?.(inputs) ?? [])];
    return { inputs, failures };
}

/** Makes JSON text of policies that were given as objects. */
function writtenOut(schema: ResourceSchema, given: Properties): Properties {
    const written: Properties = { ...given };
    for (const [property, type] of Object.entries(inputsOf(schema))) {
        const document = given[property];
        if (type !== "document" || !isObject(document)) {
            continue;
        }
        written[property] = isKnown(document) ? JSON.stringify(document) : UNKNOWN;
    }
    return written;
}

/** The provider lists in this property what it filled in, and policies see it. */
const DEFAULTS = "__defaults";

function withDefaults(
    schema: ResourceSchema,
    given: Properties,
    context: CheckContext,
): Properties {
    const inputs: Properties = { ...given };
    const filled: string[] = [];
    for (const [property, value] of Object.entries(schema.defaults ?? {})) {
        if (given[property] !== undefined) {
            continue;
        }
        inputs[property] = value;
        filled.push(property);
    }
    const named = schema.autoName;
    if (named !== undefined && needsName(given, named.property)) {
        inputs[named.property] =
            keptName(context, named.property) ?? makeName(context, named.isLowerCase);
        filled.push(named.property);
    }
    inputs[DEFAULTS] = filled.sort();
    return inputs;
}

function needsName(given: Properties, property: string): boolean {
    return given[property] === undefined && given[`${property}Prefix`] === undefined;
}

function keptName(context: CheckContext, property: string): Value {
    const defaults = context.oldInputs?.[DEFAULTS];
    const wasGenerated = Array.isArray(defaults) && defaults.includes(property);
    return wasGenerated ? context.oldInputs?.[property] : undefined;
}

/** Characters that Pulumi adds to a resource's name and a hyphen. */
const RANDOM = 7;

function makeName({ name, seed }: CheckContext, isLowerCase = false): string {
    const digits = createHash("sha256").update(seed).digest("hex").slice(0, RANDOM);
    return `${isLowerCase ? name.toLowerCase() : name}-${digits}`;
}

/** Pulumi does not cut a name that gets too long with what it adds; it gives up. */
function generatedNameFailures(
    { autoName }: ResourceSchema,
    inputs: Properties,
    { name }: CheckContext,
): CheckFailure[] {
    if (autoName === undefined || !isDefaulted(inputs, autoName.property)) {
        return [];
    }
    const { property, maxLength } = autoName;
    if (name.length + 1 + RANDOM <= maxLength) {
        return [];
    }
    const reason = `name '${name}-' plus ${RANDOM} random chars is longer than maximum length ${maxLength}`;
    return [{ property, reason }];
}

function shapeFailures(schema: ResourceSchema, inputs: Properties): CheckFailure[] {
    const allowed = inputsOf(schema);
    const unknown = Object.keys(inputs)
        .filter((property) => property !== DEFAULTS && !(property in allowed))
        .filter((property) => !isDeclared(schema.token, property))
        .map((property) => ({ property, reason: "Invalid or unknown key" }));
    const missing = Object.keys(schema.required)
        .filter((property) => inputs[property] === undefined || inputs[property] === null)
        .map((property) => ({
            property,
            reason: `Missing required argument. The argument "${property}" is required, but no definition was found.`,
        }));
    return [...unknown, ...missing];
}

/** Other versions of the provider have inputs that the model does not know; they come back as they were given. */
function isDeclared(token: string, property: string): boolean {
    const declared = declaredResource(token);
    return declared !== undefined && property in inputsOf(declared.schema);
}

/** Drops what only the check adds, before inputs become outputs. */
export function withoutMarkers(inputs: Properties): Properties {
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== DEFAULTS));
}

/** Says whether a property's value was generated or filled in. */
export function isDefaulted(inputs: Properties, property: string): boolean {
    const defaults = inputs[DEFAULTS];
    return Array.isArray(defaults) && defaults.includes(property);
}
