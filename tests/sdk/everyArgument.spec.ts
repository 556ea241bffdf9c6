import assert from "node:assert/strict";

import { Output } from "@pulumi/pulumi";

import * as sdk from "../../sdk/index";
import { create, TABLES } from "../support/arguments/index";
import {
    type Arrival,
    assertArrived,
    findTableGaps,
    listArguments,
    readSchema,
    REGION,
    type Shown,
} from "../support/arguments/table";
import { createNetwork } from "../support/network";
import { type Registration, runProgram, valueOf } from "../support/runProgram";

/** Inputs of what was registered, with the outputs of the component. */
async function shownBy(
    registrations: Registration[],
    component: object,
    name: string,
): Promise<Shown> {
    const shown: Shown = {};
    for (const { name: child, type, inputs } of registrations) {
        shown[child] = { ...shown[child], ...inputs, resourceType: type };
    }
    const outputs = Object.entries(component).filter(([, value]) => Output.isInstance(value));
    for (const [key, value] of outputs) {
        shown[name] = { ...shown[name], [key]: await valueOf(value as Output<unknown>) };
    }
    return shown;
}

describe("the tables of arguments", () => {
    const schema = readSchema();
    const place = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b", "subnet-c"] };

    it("are there for every component", () => {
        const components = Object.keys(schema.resources).map((type) => type.split(":").at(-1));
        assert.deepEqual(TABLES.map(({ component }) => component).sort(), components.sort());
    });

    for (const table of TABLES) {
        it(`give a value to every argument of ${table.component}`, () => {
            assert.deepEqual(findTableGaps(table, place, schema), []);
        });

        it(`name their file for each argument of ${table.component} that has no row`, () => {
            const documented = listArguments(schema, table.component);
            const combinations = table.combinations.map((each) => ({
                ...each,
                arrives: () => ({}),
            }));
            assert.deepEqual(
                findTableGaps({ ...table, combinations }, place, schema),
                documented.map(
                    (argument) =>
                        `${table.component} takes ${argument}: give it a valid value, and say where that arrives, in ${table.file}`,
                ),
            );
            assert.ok(documented.length >= 7);
        });

        it(`name their file for a row that ${table.component} does not take`, () => {
            const combinations = table.combinations.map((each) => ({
                ...each,
                arrives: () => ({ ...each.arrives(place), madeUp: ["", 1] as Arrival }),
            }));
            assert.deepEqual(
                [...new Set(findTableGaps({ ...table, combinations }, place, schema))],
                [`${table.component} takes no madeUp: remove it from ${table.file}`],
            );
        });
    }
});

for (const table of TABLES) {
    describe(`${table.component} with every argument`, () => {
        for (const { title, args, arrives, update = false } of table.combinations) {
            it(`passes on what it is given with ${title}`, async () => {
                const network = { hasIpv6: true, zones: ["a", "b", "b"], region: REGION };
                const { account } = table;
                const { world, ...place } = await createNetwork({ ...network, account });
                const { registrations, value } = await runProgram(
                    () => create(table, args(place), sdk),
                    { world, account, region: REGION, preview: !update },
                );
                assertArrived(arrives(place), await shownBy(registrations, value, table.name));
            });
        }
    });
}
