import type { ResourceSchema } from "./schema";
import { isObject, type Properties, UNKNOWN, type Value } from "./values";

/** What a preview can say of a resource that is yet to be made: its inputs, the rest unknown. */
export function previewCreate(schema: ResourceSchema, inputs: Properties): Properties {
    const outputs: Properties = { ...inputs };
    for (const property of Object.keys({ ...schema.settled, ...schema.computed })) {
        if (outputs[property] === undefined) {
            outputs[property] = UNKNOWN;
        }
    }
    for (const [property, members] of Object.entries(schema.settledWithin ?? {})) {
        outputs[property] = unsettled(outputs[property], members);
    }
    return outputs;
}

/** What a preview can say of a change in place: what AWS settled before stays, unless the change unsettles it. */
export function previewUpdate(
    schema: ResourceSchema,
    state: Properties,
    inputs: Properties,
    changed: string[],
): Properties {
    const outputs: Properties = { ...inputs };
    for (const property of Object.keys({ ...schema.settled, ...schema.computed })) {
        if (outputs[property] !== undefined) {
            continue;
        }
        const unsettledNow = schema.unsettledBy?.[property]?.some((input) =>
            changed.includes(input),
        );
        outputs[property] = unsettledNow === true ? UNKNOWN : state[property];
    }
    for (const [property, members] of Object.entries(schema.settledWithin ?? {})) {
        outputs[property] = changed.includes(property)
            ? unsettled(outputs[property], members)
            : state[property];
    }
    if ("tagsAll" in schema.computed && changed.includes("tags")) {
        outputs.tagsAll = inputs.tags ?? {};
    }
    return outputs;
}

/** An object, or the items of a list, with what AWS has yet to settle in them unknown. */
function unsettled(value: Value, members: string[]): Value {
    if (Array.isArray(value)) {
        return value.map((item): Value => unsettled(item, members));
    }
    if (!isObject(value)) {
        return value;
    }
    const unknown: Properties = Object.fromEntries(members.map((member) => [member, UNKNOWN]));
    return Object.assign(unknown, value);
}
