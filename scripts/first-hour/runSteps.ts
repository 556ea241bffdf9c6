import { secondsSince, styled } from "../demo/text";
import { messageOf } from "../failure";
import type { Hour } from "./hour";
import { Skipped, type Step } from "./step";

/** Lines of a failed command's output that are shown, its last. */
const SHOWN_LINES = 40;

/** Runs steps one after the other, says how each ended, and tells how many failed. */
export async function runSteps(
    steps: Step[],
    hour: Hour,
    say: (line: string) => void,
): Promise<number> {
    const counts = { ok: 0, skipped: 0, failed: 0 };
    for (const step of steps) {
        const start = Date.now();
        const notes: string[] = [];
        const { outcome, reason } = await outcomeOf(step, hour, (line) => notes.push(line));
        counts[outcome]++;
        const colour = { ok: "green", skipped: "yellow", failed: "red" } as const;
        const details = reason === undefined ? ` (${secondsSince(start)})` : `: ${reason}`;
        say(`${styled(colour[outcome], outcome.padEnd(7))}  ${step.name}${details}`);
        notes.forEach((line) => {
            say(`         ${line}`);
        });
    }
    say(`${counts.ok} ok, ${counts.skipped} skipped, ${counts.failed} failed`);
    return counts.failed;
}

async function outcomeOf(
    step: Step,
    hour: Hour,
    note: (line: string) => void,
): Promise<{ outcome: "ok" | "skipped" | "failed"; reason?: string }> {
    if (step.needsEngine && hour.engine === undefined) {
        return { outcome: "skipped", reason: "no Pulumi CLI is installed" };
    }
    try {
        await step.run(hour, note);
        return { outcome: "ok" };
    } catch (error) {
        if (error instanceof Skipped) {
            return { outcome: "skipped", reason: error.message };
        }
        const [message = "", ...output] = messageOf(error).split("\n");
        const shown = output.slice(-SHOWN_LINES).map((line) => `\n         ${line}`);
        return { outcome: "failed", reason: `${message}${shown.join("")}` };
    }
}
