import { parseArgs } from "node:util";

import { Failure, messageOf } from "../failure";
import { CAUSES, type Disturbance } from "./disturb";
import type { Choice } from "./matrix";

export const HELP = `npm run faults [-- --group <words>] [--kinds <kinds>] [--sample <n>] [--seed <n>]

Disturbs each call of first updates, changes and destroys on the real engine and a simulated AWS, and sees whether what the
next preview prints and the next update bring the stack to its end. All of it takes hours.

  --group <words>   Groups whose name has these words. Defaults to all.
  --kinds <kinds>   Some of ${Object.keys(CAUSES).join(",")}. Defaults to all.
  --sample <n>      So many positions of each group. Defaults to all.
  --seed <n>        Which ones. Defaults to 1.
  --kills <n>       How often the engine is killed in each group that can be. Defaults to 10.`;

/** Reads the command line. */
export function readOptions(args: string[]): Choice & { help: boolean; kills: number } {
    const { help, group, kinds, sample, seed, kills } = parse(args);
    const wanted = kinds?.split(",");
    const unknown = wanted?.find((kind) => !Object.hasOwn(CAUSES, kind));
    if (unknown !== undefined) {
        const allowed = Object.keys(CAUSES).join(", ");
        throw new Failure(`--kinds: there is no "${unknown}"; choose of ${allowed}`);
    }
    return {
        help,
        group,
        kinds: wanted as Disturbance[] | undefined,
        sample: countOf("sample", sample),
        seed: countOf("seed", seed),
        kills: countOf("kills", kills) ?? 10,
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
        kinds: text,
        sample: text,
        seed: text,
        kills: text,
    } as const;
    try {
        return parseArgs({ args, options }).values;
    } catch (error) {
        throw new Failure(`${messageOf(error)}; run npm run faults -- --help`);
    }
}
