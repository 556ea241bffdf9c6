import { parseArgs, type ParseArgsConfig } from "node:util";

import { UserError } from "../questions/userErrors";
import { ask, askNodes, JOIN_USAGE, questions } from "./ask";
import { type Print, STREAMS } from "./print";
import { reset } from "./reset";
import { run } from "./run";
import { listWorld, tableOf } from "./world";

const USAGE = `usage: eks-privatelink-simulator <command> [--json]

  run [--account <digits>] [--region <region>] -- <command>   runs a command on the simulated AWS
  world                                                       lists what is there
${Object.values(questions)
    .map(({ usage }) => `  ${usage}`)
    .join("\n")}
  ${JOIN_USAGE}
  reset                                                       removes the world and its stacks

A client may have security groups, --groups sg-1,sg-2, and a public address, --public-address yes, no or the address.
Exit codes: 0 yes, 1 no, 2 a mistake in the question; run gives that of its command.`;

const OPTIONS = {
    account: { type: "string" },
    from: { type: "string" },
    groups: { type: "string" },
    help: { type: "boolean" },
    host: { type: "string" },
    json: { type: "boolean" },
    principal: { type: "string" },
    "public-address": { type: "string" },
    region: { type: "string" },
    resource: { type: "string" },
    type: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

/** Carries out a command line; gives the exit code. */
export async function main(argv: string[], print: Print = STREAMS): Promise<number> {
    const end = argv.indexOf("--");
    const own = end < 0 ? argv : argv.slice(0, end);
    const rest = end < 0 ? [] : argv.slice(end + 1);
    const isJson = own.includes("--json");
    try {
        return await carryOut(own, rest, print);
    } catch (error) {
        if (!(error instanceof UserError)) {
            throw error;
        }
        if (isJson) {
            print.out(JSON.stringify({ error: error.message }));
        } else {
            print.err(error.message);
        }
        return 2;
    }
}

async function carryOut(own: string[], rest: string[], print: Print): Promise<number> {
    const { values, positionals } = parsed(own);
    const [command = "", ...args] = positionals;
    const json = values.json ?? false;
    if (values.help === true || command === "help") {
        print.out(USAGE);
        return 0;
    }
    if (command === "run") {
        const { account, region } = values;
        return run([...args, ...rest], { account, region, json }, print);
    }
    if (command === "world") {
        const rows = listWorld();
        print.out(json ? JSON.stringify(rows) : tableOf(rows));
        return 0;
    }
    if (command === "reset") {
        const done = reset();
        print.out(json ? JSON.stringify({ done }) : done);
        return 0;
    }
    if (command !== "join" && !(command in questions)) {
        throw new UserError(command === "" ? USAGE : `there is no command ${command}\n${USAGE}`);
    }
    const groups = values.groups?.split(",").filter((group) => group !== "");
    const options = { ...values, groups, publicAddress: values["public-address"] };
    const outcome = command === "join" ? askNodes(args) : ask(command, args, options);
    print.out(json ? JSON.stringify(outcome) : outcome.toString());
    return outcome.ok ? 0 : 1;
}

function parsed(args: string[]) {
    try {
        return parseArgs({ args, options: OPTIONS, allowPositionals: true });
    } catch (error) {
        throw new UserError((error as Error).message);
    }
}
