/** A failure whose message says everything that a reader needs; it is shown without a stack trace. */
export class Failure extends Error {}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
