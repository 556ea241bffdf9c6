import { parseArgs } from "node:util";

import { messageOf } from "../failure";
import { buildArchive } from "./buildExecutable";

// The plugin as an archive with one executable that needs no Node.js, for the platform that this runs on:
// npm run executable [-- --node <file>] [--to <folder>]

async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            node: { type: "string", default: process.execPath },
            to: { type: "string", default: "bin" },
        },
    });
    process.stdout.write(`${await buildArchive(values.node, values.to)}\n`);
}

main().catch((error: unknown) => {
    process.exitCode = 1;
    process.stderr.write(`executable failed: ${messageOf(error)}\n`);
});
