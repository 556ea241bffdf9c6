import * as fs from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

/** Versions under which the engine looks for the aws provider: our SDK's, and the one inside awsx 3.8.0. */
const VERSIONS = ["7.48.0", "7.38.0"];
const AWSX = "resource-awsx-v3.8.0";

/** The model as one file, ready to start. */
export const bundlePath = path.join(__dirname, "bin", "serve.js");

/**
 * Makes a PULUMI_HOME run on the simulated AWS: puts the provider where the engine looks for aws, and
 * starts the awsx provider of the user's own home where there is one. The engine skips linked folders,
 * so each is a real one with a small executable.
 */
export function installProvider(pulumiHome: string, bundle = bundlePath): void {
    for (const version of VERSIONS) {
        writePlugin(pulumiHome, `resource-aws-v${version}`, "pulumi-resource-aws", [
            process.execPath,
            bundle,
        ]);
    }
    const installed = userHomes()
        .filter((home) => path.resolve(home) !== path.resolve(pulumiHome))
        .map((home) => path.join(home, "plugins", AWSX, "pulumi-resource-awsx"))
        .find((file) => fs.existsSync(file));
    if (installed !== undefined) {
        writePlugin(pulumiHome, AWSX, "pulumi-resource-awsx", [installed]);
    }
}

function userHomes(): string[] {
    const { PULUMI_HOME } = process.env;
    return [...(PULUMI_HOME === undefined ? [] : [PULUMI_HOME]), path.join(homedir(), ".pulumi")];
}

function writePlugin(pulumiHome: string, folder: string, name: string, command: string[]): void {
    const target = path.join(pulumiHome, "plugins", folder);
    fs.mkdirSync(target, { recursive: true });
    const quoted = command.map((part) => `'${part.replace(/'/g, `'\\''`)}'`).join(" ");
    fs.writeFileSync(path.join(target, name), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
}
