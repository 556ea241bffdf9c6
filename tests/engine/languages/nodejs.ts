import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import * as path from "node:path";

import type { Engine } from "../support";
import type { SeenArgument } from "./arguments";
import { generate } from "./sdks";

const MODULES = path.join(__dirname, "..", "..", "..", "node_modules");

/** A property of arguments with its comment. */
const PROPERTY = / \* (.+)\n +\*\/\n +(\w+\??): (.+);\n/g;

/** The arguments of a set in the SDK for programs that use the plugin and not the library, which is compiled first. */
export function seeNodejsArguments(engine: Engine): SeenArgument[] {
    const folder = generate(engine, "nodejs");
    symlinkSync(MODULES, path.join(folder, "node_modules"), "junction");
    const compiler = path.join(MODULES, "typescript", "bin", "tsc");
    execFileSync(process.execPath, [compiler, "--noEmit"], { cwd: folder, stdio: "pipe" });
    const source = readFileSync(path.join(folder, "eksEndpointSet.ts"), "utf-8");
    const args = source.slice(source.indexOf("interface EksEndpointSetArgs"));
    return [...args.matchAll(PROPERTY)].map(([, doc = "", name = "", type = ""]) => ({
        name,
        type,
        doc,
    }));
}
