import { findProgram } from "./sdkInternals";

/** Programs of the engine whose memories are kept: more than run in one process at the same time. */
const MOST_PROGRAMS = 100;

/**
 * Something that is remembered for as long as one program runs: `create` makes it when the program first asks. What a unit
 * test remembers goes with its mocks, what a program of the engine remembers when a hundred others have come after it.
 */
export function rememberPerProgram<T>(create: () => T): () => T {
    const ofMocks = new WeakMap<object, T>();
    const ofEngine = new Map<string, T>();
    return () => {
        const program = findProgram();
        const known = typeof program === "string" ? ofEngine.get(program) : ofMocks.get(program);
        if (known !== undefined) {
            return known;
        }
        const made = create();
        if (typeof program === "string") {
            ofEngine.set(program, made);
            const [oldest = ""] = ofEngine.size > MOST_PROGRAMS ? ofEngine.keys() : [];
            ofEngine.delete(oldest);
        } else {
            ofMocks.set(program, made);
        }
        return made;
    };
}
