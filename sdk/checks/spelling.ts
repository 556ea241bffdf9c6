import type { Problem } from "../domain/problem";
import { toSnakeCase } from "../domain/wording";

/** Writes the name of an argument as a language does. */
type Spell = (name: string) => string;

/** Runtimes of Pulumi whose SDKs spell names otherwise than TypeScript does. YAML and Java spell them alike. */
const SPELLINGS = new Map<string | undefined, Spell>([
    ["python", toSnakeCase],
    ["go", toPascalCase],
    ["dotnet", toPascalCase],
]);

/** What the names of arguments are followed by in a path whose further parts are not ours, and spelt alike everywhere. */
const OPEN = /^(connection|tags)\b./i;

let spellProblem = (problem: Problem): Problem => problem;

/**
 * Lets problems name arguments as the program does that this process works for.
 * @param runtime As Pulumi.yaml has it, for example `python`.
 * @param names The names that are known to be of arguments; whatever else a problem says stays as it is.
 */
export function spellFor(runtime: string | undefined, names: Set<string>): void {
    const spell = SPELLINGS.get(runtime);
    spellProblem =
        spell === undefined ? (problem) => problem : (problem) => spelt(problem, spell, names);
}

/** A problem in the spelling of the program. */
export function inOwnSpelling(problem: Problem): Problem {
    return spellProblem(problem);
}

function spelt(problem: Problem, spell: Spell, names: Set<string>): Problem {
    const rename = (name: string): string => (names.has(name) ? spell(name) : name);
    const path = OPEN.test(problem.path)
        ? problem.path.replace(/^\w+/, rename)
        : problem.path.replace(/\w+/g, rename);
    // A name of one word is also a word: only a path says which it is.
    const reason = problem.reason.replace(/[\w$]+(?:\[\d+\]|\.[\w$-]+)*/g, (text) =>
        OPEN.test(text) ? text : text.replace(/\b[a-z]+[0-9]*[A-Z]\w*/g, rename),
    );
    return { ...problem, path, reason };
}

function toPascalCase(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}
