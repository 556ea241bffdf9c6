import assert from "node:assert/strict";
import * as path from "node:path";

import { type Question, reaches } from "../../scripts/changes/clients";
import { questionsOf } from "../../scripts/changes/judge";
import { REGION } from "../../scripts/changes/network";
import type { Program } from "../../scripts/changes/runStack";
import { type Ground, Scene } from "../../scripts/changes/scene";
import type { Place, Step } from "../../scripts/changes/step";
import { TABLE } from "../../scripts/changes/table";
import { readHistory } from "../../simulated-aws/index";
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

/** How many times as fast as AWS the calls are: an endpoint is pending for a quarter of a second. */
const SPEED = "450";

describe("the real engine, with calls that wait at random", function () {
    this.timeout(180_000);
    const engine = useEngine();

    for (const title of SAMPLE) {
        it(`makes the calls that npm run changes takes, none before what it waits for, and keeps the names in between: ${title} (seed ${SEED})`, async () => {
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
            const before = { world: engine().world, pending: new Set<string>() };
            const history = path.join(engine().home.folder, `history-${stackName}`);
            Object.assign(stack.stack.workspace.envVars, {
                SIMULATED_AWS_HISTORY: history,
                SIMULATED_AWS_SPEED: SPEED,
            });
            const { errors, steps } = await (program === undefined ? stack.destroy() : stack.up());
            assert.deepEqual(errors, []);
            await row.prepare(scene);
            const plan = await scene.plan(row.stack, await row.program(scene));
            assertOrder(steps.flatMap(callOf), plan.steps);
            const places = readHistory(history).map(({ world, pending }) => ({
                world,
                pending: new Set(pending),
            }));
            const questions = questionsOf(scene.clients, REGION).flatMap(([, each]) => each);
            const { verdict } = await scene.judge(row);
            const known = verdict.gaps
                .filter(({ isForced }) => isForced || row.accepted !== undefined)
                .map(({ question }) => textOf(question));
            const lost = lostIn(questions, [before, ...places]).map(textOf);
            assert.ok(places.length >= steps.flatMap(callOf).length, "every call was noted");
            assert.deepEqual(
                lost.filter((each) => !known.includes(each)),
                [],
            );
        });
    }
});

/** What is reached in the first place and in the last one, and not in one between. */
function lostIn(questions: Question[], places: Place[]): Question[] {
    const [first, last] = [places[0], places.at(-1)];
    return questions.filter(
        (each) =>
            first !== undefined &&
            last !== undefined &&
            reaches(first, each) &&
            reaches(last, each) &&
            !places.every((place) => reaches(place, each)),
    );
}

function textOf({ client, hostName, type }: Question): string {
    return `${client.name} ${hostName} ${type}`;
}

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
