import * as fs from "node:fs";
import * as path from "node:path";

import { createStack } from "../deploy";
import type { Hour } from "../hour";
import { STOPS_UNSAFE } from "../programs";
import { expectText, type Step } from "../step";

const EXAMPLES = path.join(__dirname, "..", "..", "..", "examples");

/** An example somewhere else, with what it depends on. */
async function copyOf(hour: Hour, example: string): Promise<string> {
    const copy = hour.folder();
    fs.cpSync(path.join(EXAMPLES, example), copy, { recursive: true });
    await hour.install(copy, [hour.tarball("policy-pack")]);
    return copy;
}

/** The README of examples/own-pack, on the program that is made to be stopped. */
export const ownPack: Step = {
    name: "a copy of examples/own-pack stops a copy of examples/unsafe",
    needsEngine: true,
    async run(hour) {
        const [pack, project] = [await copyOf(hour, "own-pack"), await copyOf(hour, "unsafe")];
        await createStack(hour, project);
        const text = await hour.pulumi(project, ["preview", "--policy-pack", pack], {
            fails: true,
        });
        expectText(text, STOPS_UNSAFE);
        expectText(text, /\[mandatory\] .* endpoint-owner-named/);
    },
};
