import type { Properties, Property, Schema, Type, TypeSpec } from "./schema";

/** Numbers that are whole; TypeScript has one type for all. */
const WHOLE_NUMBERS = ["maxAggregationInterval", "retentionInDays"];

/** What a schema says of its types beside what TypeScript can. */
export function widenTypes<S extends Pick<Schema, "resources" | "types">>(schema: S): S {
    const widen = (properties: Properties): Properties =>
        Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [
                name,
                widenProperty(name, property, schema.types),
            ]),
        );
    return {
        ...schema,
        resources: Object.fromEntries(
            Object.entries(schema.resources).map(([type, component]) => [
                type,
                { ...component, inputProperties: widen(component.inputProperties) },
            ]),
        ),
        types: Object.fromEntries(
            Object.entries(schema.types).map(([type, { properties, ...others }]) => [
                type,
                {
                    ...others,
                    ...(properties === undefined ? {} : { properties: widen(properties) }),
                },
            ]),
        ),
    };
}

function widenProperty(
    name: string,
    property: Property,
    types: { [type: string]: Type },
): Property {
    const widened = withTexts(property, types) as Property;
    return WHOLE_NUMBERS.includes(name) ? { ...widened, type: "integer" } : widened;
}

/** Takes the text of an enumeration's value beside the value: programs write `"dualstack"` too. */
function withTexts(spec: TypeSpec, types: { [type: string]: Type }): TypeSpec {
    if (spec.items !== undefined) {
        return { ...spec, items: withTexts(spec.items, types) };
    }
    const { $ref, plain, ...others } = spec;
    if ($ref === undefined || types[$ref.replace("#/types/", "")]?.enum === undefined) {
        return spec;
    }
    const isPlain = plain === undefined ? {} : { plain };
    return {
        oneOf: [
            { type: "string", ...isPlain },
            { $ref, ...isPlain },
        ],
        ...isPlain,
        ...others,
    };
}
