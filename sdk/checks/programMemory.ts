import { findProgram } from "./sdkInternals";

/**
 * Something that is remembered for as long as one program runs: `create` makes it when the program first asks. It is forgotten
 * with what stands for the program; a plugin remembers what it knows by an address until it ends, which is with its engine.
 */
export function rememberPerProgram<T>(create: () => T): () => T {
    const byObject = new WeakMap<object, T>();
    const byAddress = new Map<string, T>();
    return () => {
        const program = findProgram();
        const known = typeof program === "string" ? byAddress.get(program) : byObject.get(program);
        if (known !== undefined) {
            return known;
        }
        const made = create();
        if (typeof program === "string") {
            byAddress.set(program, made);
        } else {
            byObject.set(program, made);
        }
        return made;
    };
}
