import { Problem } from "../domain/problem";
import { isMissing, Shape } from "./shape";

/** How the arguments of a component are checked: their form first, and then the meaning of what has the right form. */
export interface ArgsRules<Args, Resolved> {
    shape: Shape;
    /** Arguments that have to be there. */
    required: { [name: string]: Shape };
    applyDefaults: (args: Args) => Resolved;
    checks: ArgsCheck<Args, Resolved>[];
}

/** A check on the meaning of arguments; it runs when the form of those it reads is right. */
export interface ArgsCheck<Args, Resolved> {
    reads: (keyof Args)[];
    check: (args: Resolved) => Problem[];
}

/** Everything that is wrong with arguments and known before anything is registered; whatever the value, it never throws. */
export function findArgsProblems<Args, Resolved>(
    args: unknown,
    { shape, required, applyDefaults, checks }: ArgsRules<Args, Resolved>,
): Problem[] {
    const form = shape(args ?? {}, "");
    if (form.some(({ path }) => path === "")) {
        return form;
    }
    const given = (args ?? {}) as { [name: string]: unknown };
    const missing = Object.entries(required).flatMap(([name, shapeOf]) =>
        isMissing(given[name]) ? shapeOf(undefined, name) : [],
    );
    const problems = [...missing, ...form];
    const broken = new Set<unknown>(problems.map(({ path }) => /^[^.[]*/.exec(path)?.[0]));
    const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !broken.has(name)));
    const resolved = applyDefaults(sound as Args);
    return [
        ...problems,
        ...checks
            .filter(({ reads }) => !reads.some((name) => broken.has(name)))
            .flatMap(({ check }) => check(resolved)),
    ];
}
