import type { Fault } from "../../simulated-aws/index";
import type { Engine } from "../../tests/engine/support";
import type { Run, TestStack } from "../../tests/engine/testStack";
import { messageOf } from "../failure";
import type { FaultCase, Position, Repaired } from "./faultCase";
import { commandsIn, runPrinted } from "./printed";
import { describeMoment } from "./sameMoment";
import { describeWorld, lessThan } from "./sameWorld";
import { restore, setFaults } from "./snapshot";

/** How a call is disturbed, and what a message has to say of the cause. */
export const CAUSES = {
    throttled: /RequestLimitExceeded|ThrottlingException/,
    refused: /UnauthorizedOperation|AccessDeniedException/,
    waitFailed: /timeout while waiting/,
    cutOff: /connection reset by peer/,
    // Nobody is left to say it.
    engineKilled: /./,
} satisfies { [kind in Fault["kind"]]?: RegExp };

export type Disturbance = keyof typeof CAUSES;

/** What became of a run that was disturbed. */
export interface Outcome extends Repaired {
    /** Whether another disturbance had left the same, so that what is done next was not done again. */
    isKnown: boolean;
}

/** What a message says of a command that is only for an update that fails. */
const ONLY_THEN = "if this update fails";

/** Disturbs a run at one call, and sees whether the next one brings the stack to its end, and a destroy leaves nothing. */
export async function disturb(
    engine: Engine,
    found: FaultCase,
    position: Position,
    kind: Disturbance,
): Promise<Outcome> {
    restore(engine, found.begin);
    found.arrange();
    setFaults(engine, { ...position, kind });
    const first = await found.stack[found.act]();
    setFaults(engine);
    if (kind === "engineKilled") {
        await found.stack.stack.cancel();
    }
    const failures = [...checkMessages(first, position, kind), ...(await checkState(found))];
    const left = describeMoment(engine);
    const known = found.known.repaired.get(left);
    const { failures: later, commands } = known ?? (await goOn(engine, found));
    found.known.repaired.set(left, { failures: later, commands });
    return { failures: [...failures, ...later], commands, isKnown: known !== undefined };
}

/** Does what a user does after a run that was disturbed, and destroys the stacks. */
async function goOn(engine: Engine, found: FaultCase): Promise<Repaired> {
    const { failures, commands } = await repair(found);
    failures.push(...compare(found.whole, describeWorld(engine.world), "the world"));
    const left = describeMoment(engine);
    const destroyed = found.known.destroyed.get(left) ?? (await destroy(engine, found));
    found.known.destroyed.set(left, destroyed);
    return { failures: [...failures, ...destroyed], commands };
}

async function destroy(engine: Engine, { stacks, nothing }: FaultCase): Promise<string[]> {
    const failures: string[] = [];
    for (const stack of stacks) {
        failures.push(...(await stack.destroy()).errors.map((error) => `destroy: ${error}`));
    }
    return [...failures, ...compare(nothing, describeWorld(engine.world), "after destroy")];
}

/** Previews, runs what the preview prints, and makes the run again. */
async function repair({ act, stack }: FaultCase): Promise<Repaired> {
    const said = act === "up" ? saidBy(await stack.preview()) : [];
    const printed = commandsIn(said.filter((message) => !message.includes(ONLY_THEN)));
    const failures = await runAll(stack, printed);
    const next = await stack[act]();
    const late = commandsIn(said.filter((message) => message.includes(ONLY_THEN)));
    const meant = late.filter((command) =>
        next.failed.some((name) => command.includes(` ${name} `)),
    );
    if (next.errors.length === 0 || meant.length === 0) {
        const errors = next.errors.map((error) => `next ${act}: ${error}`);
        return { failures: [...failures, ...errors], commands: printed };
    }
    failures.push(...(await runAll(stack, meant)));
    failures.push(...(await stack.up()).errors.map((error) => `third up: ${error}`));
    return { failures, commands: [...printed, ...meant] };
}

async function runAll(stack: TestStack, printed: string[]): Promise<string[]> {
    try {
        await runPrinted(stack, printed);
        return [];
    } catch (error) {
        return [`a printed command fails: ${messageOf(error)}`];
    }
}

function saidBy({ errors, warnings }: Run): string[] {
    return [...errors, ...warnings];
}

function checkMessages(run: Run, { resource }: Position, kind: Disturbance): string[] {
    return [
        ...(run.errors.length > 0 ? [] : ["the disturbed run succeeds"]),
        ...(kind === "engineKilled" || run.failed.includes(resource)
            ? []
            : [`no message is about ${resource}`]),
        ...(run.errors.some((error) => CAUSES[kind].test(error))
            ? []
            : [`no message names the cause: ${run.errors.join("\n")}`]),
    ];
}

async function checkState({ stack }: FaultCase): Promise<string[]> {
    try {
        await stack.stack.exportStack();
        return [];
    } catch (error) {
        return [`the state cannot be read: ${messageOf(error)}`];
    }
}

function compare(whole: string[], now: string[], what: string): string[] {
    return [
        ...lessThan(whole, now).map((line) => `${what} lacks ${line}`),
        ...lessThan(now, whole).map((line) => `${what} also has ${line}`),
    ];
}
