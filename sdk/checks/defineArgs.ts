import type { Problem } from "../domain/problem";
import { inputError } from "./inputError";
import type { Shape } from "./shape";

/** How the arguments of a component are checked: their form first, and then the meaning of what has the right form. */
export interface ArgsRules<Args, Resolved> {
    /** The form of all arguments: a `group<Args>`. */
    shape: Shape;
    applyDefaults: (args: Args) => Resolved;
    checks: ArgsCheck<Args, Resolved>[];
    /** Checks the name of the component, which has to suit whatever the arguments make it create. */
    checkName: {
        reads: (keyof Args)[];
        check: (name: string, args: Resolved) => Problem[];
    };
}

/** A check on the meaning of arguments; it runs when the form of those it reads is right. */
export interface ArgsCheck<Args, Resolved> {
    reads: (keyof Args)[];
    check: (args: Resolved) => Problem[];
}

/** The arguments of a component, declared once. */
export interface ComponentArgs<Args, Resolved> {
    /** Everything that is wrong with arguments, and with a name, and known before anything is registered; whatever the value, it never throws. */
    check: (args: unknown, name?: string) => Problem[];
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
    const check = (args: unknown, name?: string): Problem[] => checkArgs(args ?? {}, name, rules);
    return {
        check,
        resolve: (name, args) => {
            const problems = check(args, name);
            if (problems.length > 0) {
                throw inputError(`${component} "${name}"`, problems);
            }
            return rules.applyDefaults(args);
        },
    };
}

function checkArgs<Args, Resolved>(
    args: unknown,
    name: unknown,
    { shape, applyDefaults, checks, checkName }: ArgsRules<Args, Resolved>,
): Problem[] {
    const problems = shape(args, "");
    if (problems.some(({ path }) => path === "")) {
        return problems;
    }
    const given = args as { [name: string]: unknown };
    const broken = new Set<unknown>(problems.map(({ path }) => /^[^.[]*/.exec(path)?.[0]));
    const isSound = (reads: unknown[]): boolean => !reads.some((arg) => broken.has(arg));
    const sound = Object.fromEntries(Object.entries(given).filter(([arg]) => !broken.has(arg)));
    const resolved = applyDefaults(sound as Args);
    return [
        // Pulumi itself refuses a name that is empty or no text.
        ...(typeof name === "string" && isSound(checkName.reads)
            ? checkName.check(name, resolved)
            : []),
        ...problems,
        ...checks.filter(({ reads }) => isSound(reads)).flatMap(({ check }) => check(resolved)),
    ];
}
