import assert from "node:assert/strict";

import type { Program } from "../../scripts/changes/runStack";
import { type Ground, Scene } from "../../scripts/changes/scene";
import type { Step } from "../../scripts/changes/step";
import { TABLE } from "../../scripts/changes/table";
import { useEngine } from "./support";

/** Decides in which order calls are made that wait for nothing. */
const SEED = process.env.CHANGES_SEED ?? "7";

const SAMPLE = [
    "one set: first up",
    "one set: destroy",
    "one set: private DNS off",
    "one set: its VPC changed",
    "hub: first up with a profile",
    "hub: destroy",
    "one set becomes a hub",
];

describe("the real engine, with calls that wait at random", function () {
    this.timeout(180_000);
    const engine = useEngine();

    for (const title of SAMPLE) {
        it(`makes the calls that npm run changes takes, none before what it waits for: ${title} (seed ${SEED})`, async () => {
            const row = TABLE.find((each) => each.title === title);
            assert.ok(row);
            const scene = await Scene.create();
            engine().change((world) => Object.assign(world, scene.world));
            engine().home.env.SIMULATED_AWS_DELAYS = SEED;
            let program: Program | undefined;
            const stackName = title.replace(/\W+/g, "-");
            const stack = await engine().stack(stackName, () => {
                program?.();
            });
            const ground: Ground = {
                networks: scene.networks,
                up: async (_, next) => {
                    program = next;
                    assert.deepEqual((await stack.up()).errors, []);
                },
                returned: () => undefined,
            };
            await row.prepare(ground);
            program = await row.program(ground);
            const { errors, steps } = await (program === undefined ? stack.destroy() : stack.up());
            assert.deepEqual(errors, []);
            await row.prepare(scene);
            const plan = await scene.plan(row.stack, await row.program(scene));
            assertOrder(steps.flatMap(callOf), plan.steps);
        });
    }
});

/** The call of a step of the engine; none where it calls nothing. */
function callOf(step: string): string[] {
    const [op = "", name = ""] = step.split(" ");
    const isComponent = ["eks", "share"].includes(name);
    const verb = op.replace("-replacement", "").replace("-replaced", "");
    return isComponent || op === "replace" ? [] : [`${verb} ${name}`];
}

function assertOrder(calls: string[], planned: Step[]): void {
    const made = planned.filter(({ label }) => !label.endsWith(" is available"));
    assert.deepEqual([...calls].sort(), made.map(({ label }) => label).sort());
    // A profile's share has the name of its association.
    const isUnique = (label: string) => calls.indexOf(label) === calls.lastIndexOf(label);
    for (const [index, { label }] of planned.entries()) {
        for (const before of callsBefore(planned, index)) {
            if (!isUnique(before) || !isUnique(label)) {
                continue;
            }
            assert.ok(calls.indexOf(before) < calls.indexOf(label), `${label} after ${before}`);
        }
    }
}

/** Calls that one waits for; the end of AWS's work on an endpoint stands for the call that began it. */
function callsBefore(planned: Step[], index: number): string[] {
    const step = planned[index];
    return step === undefined || step.label.endsWith(" is available")
        ? []
        : step.waits.flatMap((each) => {
              const label = planned[each]?.label ?? "";
              return label.replace(/^(.*) is available$/, "create $1");
          });
}
