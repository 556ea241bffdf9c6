import { RunError } from "@pulumi/pulumi";

const errors = new Map<string, RunError>();

/**
 * The error for a value that turns out wrong while the program runs. The SDK prints every error object once, so whoever
 * waits for the same value gets the same object.
 */
export function runError(text: string): RunError {
    const known = errors.get(text) ?? plainError(text);
    errors.set(text, known);
    return known;
}

/**
 * An error that prints as its text and nothing else. The SDK writes "error serializing property …" in front of a message
 * for every value that waits for it, and prints the stack when the program's own code has already ended.
 */
function plainError(text: string): RunError {
    const fixed = { get: () => text, set: () => undefined };
    return Object.defineProperties(new RunError(), { message: fixed, stack: fixed });
}
