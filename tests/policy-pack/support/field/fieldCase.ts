import type { Case } from "../example";

/** A kind of stack that people have written, as public reports tell of it. */
export interface FieldCase {
    /** What they did. */
    title: string;
    /** All that the pack says of it, each as `policy level resource`; in preview as much as afterwards. */
    said: string[];
    /** Words that tell the cause, or the way out that works here. */
    words?: RegExp;
    stack: () => Case;
}
