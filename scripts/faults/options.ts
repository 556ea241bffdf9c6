import { parseArgs } from "node:util";

import { Failure, messageOf } from "../failure";
import { CAUSES, type Disturbance } from "./disturb";
import type { Choice } from "./matrix";

export const HELP = `npm run faults [-- --group <words>] [--operation <op>] [--kinds <kinds>] [--sample <n>] [--seed <n>]

Disturbs each call of first updates, changes and destroys on the real engine and a simulated AWS, and sees whether what the
next preview prints and the next update bring the stack to its end. All of it takes hours.

  --group <words>   Groups whose name has these words. Defaults to all.
  --operation <op>  Calls of one API operation. Defaults to all.
  --kinds <kinds>   Some of ${Object.keys(CAUSES).join(",")}. Defaults to all.
  --sample <n>      So many positions of each group. Defaults to all, and 10 where the engine is killed.
  --seed <n>        Which ones. Defaults to 1.`;

/** Reads the command line. */
export function readOptions(args: string[]): Choice & { help: boolean } {
    const { help, group, operation, kinds, sample, seed } = parse(args);
    const wanted = kinds?.split(",");
    const unknown = wanted?.find((kind) => !Object.hasOwn(CAUSES, kind));
    if (unknown !== undefined) {
        const allowed = Object.keys(CAUSES).join(", ");
        throw new Failure(`--kinds: there is no "${unknown}"; choose of ${allowed}`);
    }
    return {
        help,
        group,
        operation,
        kinds: wanted as Disturbance[] | undefined,
        sample: countOf("sample", sample),
        seed: countOf("seed", seed),
    };
}

function countOf(name: string, given: string | undefined): number | undefined {
    if (given !== undefined && !/^\d+$/.test(given)) {
        throw new Failure(`--${name}: "${given}" is no whole number`);
    }
    return given === undefined ? undefined : Number(given);
}

function parse(args: string[]) {
    const text = { type: "string" } as const;
    const options = {
        help: { type: "boolean", default: false },
        group: text,
        operation: text,
        kinds: text,
        sample: text,
        seed: text,
    } as const;
    try {
        return parseArgs({ args, options }).values;
    } catch (error) {
        throw new Failure(`${messageOf(error)}; run npm run faults -- --help`);
    }
}
