import { parseArgs } from "node:util";

import { Failure, messageOf } from "../failure";

/** What the user chose. */
export interface Options {
    help: boolean;
    /** Measured pairs of each benchmark. */
    runs: number;
    /** Name of the one benchmark to run. */
    only?: string;
}

/** Pairs that give a steady median on a quiet machine, and those of a first look. */
const RUNS = { full: 9, quick: 3 };

export const HELP = `npm run bench [-- --quick] [--only <name>]

Measures what the component, the policy pack and the simulated AWS cost, each beside its alternative, on a simulated AWS.
"latency" is not measured but computed: the longest chain of calls, with the time that AWS takes over each
(simulated-aws/world/durations.ts).
A missed aim is reported and is no failure.

  --quick        ${RUNS.quick} pairs of runs instead of ${RUNS.full}.
  --only <name>  One benchmark: `;

/** Reads the command line; benchmarks are told by name. */
export function readOptions(args: string[], names: string[]): Options {
    const { help, quick, only } = parse(args);
    if (only !== undefined && !names.includes(only)) {
        throw new Failure(
            `--only: there is no benchmark "${only}"; choose one of ${names.join(", ")}`,
        );
    }
    return { help, runs: quick ? RUNS.quick : RUNS.full, only };
}

function parse(args: string[]): { help: boolean; quick: boolean; only?: string } {
    const options = {
        help: { type: "boolean", default: false },
        quick: { type: "boolean", default: false },
        only: { type: "string" },
    } as const;
    try {
        return parseArgs({ args, options }).values;
    } catch (error) {
        throw new Failure(`${messageOf(error)}; run npm run bench -- --help`);
    }
}
