import type { ResourceSchema } from "./schema";
import type { Properties } from "./values";
import { UNKNOWN } from "./values";

/** What a preview can say of a resource that is yet to be made: its inputs, the rest unknown. */
export function previewCreate(schema: ResourceSchema, inputs: Properties): Properties {
    const outputs: Properties = { ...inputs };
    for (const property of Object.keys({ ...schema.settled, ...schema.computed })) {
        if (outputs[property] === undefined) outputs[property] = UNKNOWN;
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
        if (outputs[property] !== undefined) continue;
        const unsettled = schema.unsettledBy?.[property]?.some((input) => changed.includes(input));
        outputs[property] = unsettled === true ? UNKNOWN : state[property];
    }
    if ("tagsAll" in schema.computed && changed.includes("tags")) {
        outputs.tagsAll = inputs.tags ?? {};
    }
    return outputs;
}
