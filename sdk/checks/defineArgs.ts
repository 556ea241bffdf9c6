import type { Problem } from "../domain/problem";
import { inputError } from "./inputError";
import type { Shape } from "./shape";

/** How the arguments of a component are checked: their form first, and then the meaning of what has the right form. */
export interface ArgsRules<Args, Resolved> {
    /** The form of all arguments: a `group<Args>`. */
    shape: Shape;
    applyDefaults: (args: Args) => Resolved;
    checks: ArgsCheck<Args, Resolved>[];
}

/** A check on the meaning of arguments; it runs when the form of those it reads is right. */
export interface ArgsCheck<Args, Resolved> {
    reads: (keyof Args)[];
    check: (args: Resolved) => Problem[];
}

/** The arguments of a component, declared once. */
export interface ComponentArgs<Args, Resolved> {
    /** Everything that is wrong with arguments and known before anything is registered; whatever the value, it never throws. */
    check: (args: unknown) => Problem[];
    /**
     * The arguments with their defaults, if everything in them that is known now is right.
     * @throws InputPropertiesError with every problem and its path.
     */
    resolve: (name: string, args: Args) => Resolved;
}

/** Declares the arguments of a component; `component` is its name in messages. */
export function defineArgs<Args extends object, Resolved>(
    component: string,
    rules: ArgsRules<Args, Resolved>,
): ComponentArgs<Args, Resolved> {
    const check = (args: unknown): Problem[] => checkArgs(args ?? {}, rules);
    return {
        check,
        resolve: (name, args) => {
            const problems = check(args);
            if (problems.length > 0) {
                throw inputError(`${component} "${name}"`, problems);
            }
            return rules.applyDefaults(args);
        },
    };
}

function checkArgs<Args, Resolved>(
    args: unknown,
    { shape, applyDefaults, checks }: ArgsRules<Args, Resolved>,
): Problem[] {
    const problems = shape(args, "");
    if (problems.some(({ path }) => path === "")) {
        return problems;
    }
    const given = args as { [name: string]: unknown };
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
