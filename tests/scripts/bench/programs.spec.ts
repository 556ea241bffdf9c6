import * as assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as path from "node:path";

import { runtime } from "@pulumi/pulumi";

import { createNetwork } from "../../support/network";
import { runProgram } from "../../support/runProgram";

const PROGRAMS = path.join(__dirname, "..", "..", "..", "scripts", "bench", "programs");

/** Runs a program at once, before anything is awaited. */
const load = createRequire(__filename);

/** What a program asks AWS for, by name. Generated IDs are blotted out: they depend on the order of calls. */
async function requests(program: string): Promise<{ [name: string]: unknown }> {
    const { world, vpcId, subnetIds } = await createNetwork();
    runtime.setAllConfig({
        "aws:region": "eu-central-1",
        "project:vpcId": vpcId,
        "project:subnetIds": JSON.stringify(subnetIds),
    });
    const { registrations } = await runProgram(
        () => load(path.join(PROGRAMS, program)) as unknown,
        { world },
    );
    const ofAws = registrations.filter(({ type }) => type.startsWith("aws:"));
    const entries = ofAws.map(({ name, type, inputs, deleteBeforeReplace }) => {
        const text = JSON.stringify({ type, inputs, deleteBeforeReplace });
        return [
            name,
            JSON.parse(text.replace(/\b(sg|vpce)-[0-9a-f]{17}/g, "$1-…")) as unknown,
        ] as const;
    });
    return Object.fromEntries(entries);
}

describe("programs of the benchmark", () => {
    after(() => {
        // The configuration is that of the whole process.
        runtime.setAllConfig({});
    });

    it("ask for the same resources with the component and by hand", async () => {
        const set = await requests("set");
        assert.equal(Object.keys(set).length, 13);
        assert.deepEqual(await requests("by-hand"), set);
    });
});
