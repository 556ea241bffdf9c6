import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the components of the tables work. */
export const REGION = "eu-central-1";

/** A dual-stack VPC with three subnets, the last two of them in one zone. */
export interface Place {
    vpcId: string;
    subnetIds: string[];
}

/**
 * Where a given value shows, as `name.property` of a child or of the component, and what stands there. The property
 * `resourceType` of a child is its type.
 */
export type Arrival = [where: string, what: unknown];

/** Arguments that one component takes together, each with a valid value that is not its default. */
export interface Combination<Args> {
    title: string;
    args: (place: Place) => Args;
    /** By argument, written as `flowLogs.trafficType`; `*` stands for a name in a map. */
    arrives: (place: Place) => { [argument: string]: Arrival };
    /** Runs an update, where a preview does not know the value yet. */
    update?: boolean;
}

/** Every argument of a component, in as many combinations as its arguments exclude each other. */
export interface Table<Args> {
    component: string;
    /** The file of the table, which is to be edited after a change of the arguments. */
    file: string;
    /** Name under which the programs create the component. */
    name: string;
    /** Account of the programs. Defaults to the world's default account. */
    account?: string;
    combinations: Combination<Args>[];
}

/** Properties by the name of the resource that has them. */
export interface Shown {
    [name: string]: { [property: string]: unknown };
}

/** Proves that every argument of a combination has arrived. */
export function assertArrived(arrivals: { [argument: string]: Arrival }, shown: Shown): void {
    for (const [argument, [where, what]] of Object.entries(arrivals)) {
        const [found] = valuesAt(shown, where);
        const message = `${argument} does not arrive in ${where}: ${JSON.stringify(found)}`;
        if (what instanceof RegExp) {
            assert.match(String(found), what, message);
        } else {
            assert.deepEqual(found, what, message);
        }
    }
}

/** What is wrong with a table beside the schema, each with the file to edit. */
export function findTableGaps<Args>(table: Table<Args>, place: Place, schema: Schema): string[] {
    const { component, file, combinations } = table;
    const documented = listArguments(schema, component);
    const isCovered = (argument: string): boolean =>
        combinations.some(
            ({ args, arrives }) =>
                valuesAt(args(place), argument).length > 0 && argument in arrives(place),
        );
    const named = combinations.flatMap(({ arrives }) => Object.keys(arrives(place)));
    return [
        ...documented
            .filter((argument) => !isCovered(argument))
            .map(
                (argument) =>
                    `${component} takes ${argument}: give it a valid value, and say where that arrives, in ${file}`,
            ),
        ...named
            .filter((argument) => !documented.includes(argument))
            .map((argument) => `${component} takes no ${argument}: remove it from ${file}`),
    ];
}

interface Property {
    $ref?: string;
    plain?: boolean;
    items?: Property;
    additionalProperties?: Property;
}

interface Properties {
    [name: string]: Property;
}

/** What of the stored schema tells of arguments. */
export interface Schema {
    resources: { [type: string]: { inputProperties: Properties } };
    types: { [type: string]: { properties?: Properties } };
}

/** The stored schema of the components. */
export function readSchema(): Schema {
    const file = join(__dirname, "..", "..", "..", "sdk", "schema.json");
    return JSON.parse(readFileSync(file, "utf-8")) as Schema;
}

/** Every argument of a component, those of a group one by one. */
export function listArguments(schema: Schema, component: string): string[] {
    return listProperties(schema, component).map(({ path }) => path);
}

/** Those arguments that may come later, and so may be secret, as a whole or in their items. */
export function listSecretable(schema: Schema, component: string): string[] {
    const isPlain = ({ plain, items, additionalProperties }: Property): boolean =>
        plain === true && (items ?? additionalProperties ?? { plain }).plain === true;
    return listProperties(schema, component)
        .filter(({ property }) => !isPlain(property))
        .map(({ path }) => path);
}

function listProperties(
    { resources, types }: Schema,
    component: string,
): { path: string; property: Property }[] {
    const { inputProperties = {} } = resources[`eks-privatelink:index:${component}`] ?? {};
    return list(inputProperties, "");

    function list(properties: Properties, prefix: string): { path: string; property: Property }[] {
        return Object.entries(properties).flatMap(([name, property]) => {
            const path = `${prefix}${name}`;
            const group = fieldsOf(property.$ref);
            const element = fieldsOf(property.additionalProperties?.$ref);
            return group
                ? list(group, `${path}.`)
                : element
                  ? list(element, `${path}.*.`)
                  : [{ path, property }];
        });
    }

    function fieldsOf(ref = ""): Properties | undefined {
        return types[ref.replace("#/types/", "")]?.properties;
    }
}

/** Values at a path, of which `*` stands for any name. */
function valuesAt(value: unknown, path: string): unknown[] {
    return path.split(".").reduce<unknown[]>(
        (values, name) =>
            values
                .flatMap((each) => Object.entries(each instanceof Object ? each : {}))
                .filter(([key, found]) => (name === "*" || key === name) && found !== undefined)
                .map(([, found]): unknown => found),
        [value],
    );
}
