import { parseArgs } from "node:util";

import { nameIn } from "../component/adoption";
import { exportStack } from "./exported";
import { findPending, type Found } from "./recover";

const HELP = `eks-privatelink recover [--stack <name>] [--json]

After an update that was killed: reads what the stack was creating at that moment, asks AWS, with the stack's own providers, what
has been made of it, and prints the commands that put it into the stack. It changes nothing. Run it in the folder of the
program, after "pulumi cancel" where the stack is still locked.

  --stack <name>  The stack. Defaults to the selected one.
  --json          All that was found, as JSON: a list of { urn, type, id, command, note }.`;

/** Runs the command, and answers with its exit code. */
export async function main(args: string[]): Promise<number> {
    try {
        const { values, positionals } = parseArgs({
            args,
            options: OPTIONS,
            allowPositionals: true,
        });
        if (values.help || positionals.join(" ") !== "recover") {
            process.stdout.write(`${HELP}\n`);
            return values.help ? 0 : 2;
        }
        const found = await findPending(await exportStack(values.stack));
        process.stdout.write(
            `${values.json ? JSON.stringify(found, undefined, 4) : describe(found)}\n`,
        );
        return 0;
    } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        return 1;
    }
}

const OPTIONS = {
    help: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    stack: { type: "string" },
} as const;

function describe(found: Found[]): string {
    if (found.length === 0) {
        return "No operation is pending: the next update goes on from where the stack is.";
    }
    return found
        .map(({ urn, id, command, note }) =>
            [`# ${nameIn(urn)}: ${note}${id === undefined ? "" : ` (${id})`}`, command ?? []]
                .flat()
                .join("\n"),
        )
        .join("\n");
}
