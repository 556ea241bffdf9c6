import type { Fault } from "../../simulated-aws/index";
import type { Engine } from "../../tests/engine/support";
import type { Run } from "../../tests/engine/testStack";
import { messageOf } from "../failure";
import type { FaultCase, Position } from "./faultCase";
import { commandsIn, runPrinted } from "./printed";
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
export interface Outcome {
    /** What is not as it should be; none where the run survived. */
    failures: string[];
    /** Commands that a preview printed and that were run. */
    commands: string[];
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
    const failures: string[] = [];
    const commands: string[] = [];
    restore(engine, found.begin);
    found.arrange();
    setFaults(engine, { ...position, kind });
    const first = await found.stack[found.act]();
    setFaults(engine);
    if (kind === "engineKilled") {
        await found.stack.stack.cancel();
    }
    failures.push(...checkMessages(first, position, kind), ...(await checkState(found)));
    await repair();
    failures.push(...compare(found.whole, describeWorld(engine.world), "the world"));
    for (const stack of found.stacks) {
        failures.push(...(await stack.destroy()).errors.map((error) => `destroy: ${error}`));
    }
    failures.push(...compare(found.nothing, describeWorld(engine.world), "after destroy"));
    return { failures, commands };

    async function repair(): Promise<void> {
        const said = found.act === "up" ? saidBy(await found.stack.preview()) : [];
        await runAll(commandsIn(said.filter((message) => !message.includes(ONLY_THEN))));
        const next = await found.stack[found.act]();
        const late = commandsIn(said.filter((message) => message.includes(ONLY_THEN)));
        const meant = late.filter((command) =>
            next.failed.some((name) => command.includes(` ${name} `)),
        );
        if (next.errors.length === 0 || meant.length === 0) {
            failures.push(...next.errors.map((error) => `next ${found.act}: ${error}`));
            return;
        }
        await runAll(meant);
        failures.push(...(await found.stack.up()).errors.map((error) => `third up: ${error}`));
    }

    async function runAll(printed: string[]): Promise<void> {
        commands.push(...printed);
        try {
            await runPrinted(found.stack, printed);
        } catch (error) {
            failures.push(`a printed command fails: ${messageOf(error)}`);
        }
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
