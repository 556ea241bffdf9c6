import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";

import { Failure, messageOf } from "../failure";

/** Root of the repository. */
export const ROOT = path.join(__dirname, "..", "..");

/** Where the demo runs its programs: wherever it can, or in one place only. */
export type Mode = "any" | "engine" | "in-process";

/** What the user chose. */
export interface Options {
    help: boolean;
    mode: Mode;
    /** Folder of the program that the policy pack has to stop. */
    unsafe: string;
}

const VARIABLE = "EKS_PRIVATELINK_DEMO";
const MODES = ["engine", "in-process"] as const;

export const HELP = `npm run demo [-- --unsafe <folder>]

Deploys examples/hub and two of examples/spoke into three accounts of a simulated AWS, under the policy
pack, and shows what they are and do. Then the component stops a spoke that the hub does not know, the
pack stops an unsafe program, and everything is deleted again. No AWS account is needed.

  --unsafe <folder>  Pulumi project that the pack has to stop. Defaults to examples/unsafe.
  --help             This text.

Environment
  ${VARIABLE}=engine      Only with the Pulumi CLI: on PATH, in ~/.pulumi/versions, or downloaded there.
  ${VARIABLE}=in-process  Without the Pulumi CLI: programs and pack run, the engine between them does not.
  NO_COLOR=1                       Without colours.
`;

/** Reads the command line and the environment. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options {
    const { help, unsafe = path.join(ROOT, "examples", "unsafe") } = parse(args);
    return { help, mode: readMode(env[VARIABLE] ?? ""), unsafe: readProject(unsafe) };
}

function readProject(folder: string): string {
    const missing = ["Pulumi.yaml", "index.ts"].filter(
        (file) => !fs.existsSync(path.join(folder, file)),
    );
    if (missing.length > 0) {
        throw new Failure(
            `--unsafe: ${folder} has no ${missing.join(" and no ")}; give the folder of a Pulumi project in TypeScript`,
        );
    }
    return path.resolve(folder);
}

function parse(args: string[]): { help: boolean; unsafe?: string } {
    const options = {
        help: { type: "boolean", default: false },
        unsafe: { type: "string" },
    } as const;
    try {
        return parseArgs({ args, options }).values;
    } catch (error) {
        throw new Failure(`${messageOf(error)}; run npm run demo -- --help`);
    }
}

function readMode(value: string): Mode {
    if (value === "") {
        return "any";
    }
    const mode = MODES.find((known) => known === value);
    if (mode === undefined) {
        throw new Failure(
            `${VARIABLE} is "${value}"; set it to ${MODES.join(" or ")}, or not at all`,
        );
    }
    return mode;
}
