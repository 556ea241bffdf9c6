import { declaredFunctionOutline, declaredOutline } from "../declarations/schemas";
import { declaredTokens } from "../declarations/tokens";
import { functions } from "../invokes";
import { resources } from "../services";
import { isModelled, isModelledFunction } from "./catalogue";
import {
    type FunctionSchema,
    inputsOf,
    outputsOf,
    type PropertyType,
    type PropertyTypes,
    type ResourceSchema,
} from "./schema";

/** The version of the aws provider that the model stands in for. */
export const PROVIDER_VERSION = "7.48.0";

interface Json {
    [key: string]: unknown;
}

/** The Pulumi schema of everything modelled and declared, for programs in YAML. */
export function pulumiSchema(): Json {
    const types: { [key: string]: Json } = {};
    const declared = unmodelled();
    const resourceEntries = [...resources, ...declared.resources].map(({ schema }) => [
        schema.token,
        {
            inputProperties: properties(inputsOf(schema), typeBase(schema.token), types),
            requiredInputs: Object.keys(schema.required),
            properties: properties(outputsOf(schema), typeBase(schema.token), types),
            required: Object.keys({ ...schema.required, ...schema.settled, ...schema.computed }),
        },
    ]);
    const functionEntries = [...functions, ...declared.functions].map(({ schema }) => [
        schema.token,
        {
            inputs: {
                type: "object",
                properties: properties(schema.args, typeBase(schema.token), types),
                required: schema.requiredArgs ?? [],
            },
            outputs: {
                type: "object",
                properties: properties(schema.result, `${typeBase(schema.token)}Result`, types),
                required: Object.keys(schema.result).filter(
                    (name) => !schema.optionalResult?.includes(name),
                ),
            },
        },
    ]);
    const config = properties(CONFIG, "aws:index/Provider", types);
    return {
        name: "aws",
        version: PROVIDER_VERSION,
        meta: { moduleFormat: "(.*)(?:/[^/]*)" },
        config: { variables: config },
        provider: { inputProperties: config, properties: { region: { type: "string" } } },
        types,
        resources: Object.fromEntries(resourceEntries) as Json,
        functions: Object.fromEntries(functionEntries) as Json,
    };
}

/** What is only declared, with the objects in it open: the types of all AWS are many. */
function unmodelled(): {
    resources: { schema: ResourceSchema }[];
    functions: { schema: FunctionSchema }[];
} {
    const tokens = declaredTokens();
    const schemaOf = <T>(schema: T | undefined) => (schema === undefined ? [] : { schema });
    return {
        resources: tokens.resources
            .filter((token) => !isModelled(token))
            .flatMap((token) => schemaOf(declaredOutline(token))),
        functions: tokens.functions
            .filter((token) => !isModelledFunction(token))
            .flatMap((token) => schemaOf(declaredFunctionOutline(token))),
    };
}

const ROLE: PropertyTypes = { roleArn: "string", sessionName: "string", externalId: "string" };

/** What the model reads of the provider's configuration, and what programs commonly set beside it. */
export const CONFIG: PropertyTypes = {
    allowedAccountIds: { list: "string" },
    assumeRoles: { list: { object: ROLE } },
    defaultTags: { object: { tags: { map: "string" } } },
    profile: "string",
    region: "string",
    skipCredentialsValidation: "boolean",
    skipMetadataApiCheck: "boolean",
    skipRequestingAccountId: "boolean",
};

/** `aws:ec2/vpc:Vpc` gives `aws:ec2/Vpc`, the start of the names of its nested types. */
function typeBase(token: string): string {
    const [, module = "", name = ""] = /^aws:([^/]+)\/.*:(.*)$/.exec(token) ?? [];
    return `aws:${module}/${name}`;
}

function properties(from: PropertyTypes, base: string, types: { [key: string]: Json }): Json {
    const entries = Object.entries(from).map(([name, type]) => [
        name,
        typeOf(type, base, name, types),
    ]);
    return Object.fromEntries(entries) as Json;
}

function typeOf(
    type: PropertyType,
    base: string,
    name: string,
    types: { [key: string]: Json },
): Json {
    if (type === "any") {
        return { $ref: "pulumi.json#/Any" };
    }
    if (type === "document") {
        const object = { type: "object", additionalProperties: { $ref: "pulumi.json#/Any" } };
        return { oneOf: [{ type: "string" }, object], type: "string" };
    }
    if (typeof type === "string") {
        return { type };
    }
    if ("list" in type) {
        return { type: "array", items: typeOf(type.list, base, name, types) };
    }
    if ("map" in type) {
        return { type: "object", additionalProperties: typeOf(type.map, base, name, types) };
    }
    const inner = `${base}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const slash = inner.indexOf("/");
    const last = inner.slice(slash + 1);
    const token = `${inner.slice(0, slash)}/${last.charAt(0).toLowerCase()}${last.slice(1)}:${last}`;
    types[token] = {
        type: "object",
        properties: properties(type.object, inner, types),
        required: type.required ?? [],
    };
    return { $ref: `#/types/${token}` };
}
