import { Failure } from "../failure";
import type { Hour } from "./hour";

/** One thing that a stranger does in the first hour. */
export interface Step {
    /** What holds when it went well, as a fact: it is what the report shows. */
    name: string;
    /** Whether it takes the Pulumi engine; where no CLI is installed it is skipped by name. */
    needsEngine: boolean;
    /** Does it, and throws where something is not as a reader of the READMEs expects. What it notes is shown below it. */
    run(hour: Hour, note: (line: string) => void): Promise<void>;
}

/** Fails a step where a text does not say something. */
export function expectText(text: string, pattern: RegExp): void {
    if (!pattern.test(text)) {
        throw new Failure(`${pattern} is not said\n${text}`);
    }
}

/** Fails a step where a text says something. */
export function expectNoText(text: string, pattern: RegExp): void {
    if (pattern.test(text)) {
        throw new Failure(`${pattern} is said\n${text}`);
    }
}

/** Thrown by a step that cannot be tried on this machine; the message says why. */
export class Skipped extends Error {}
