import * as fs from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

import { findDeclarations } from "./declarations/package";

/** Higher than any version of the aws provider that a program asks for; see `engineEnvironment`. */
const HIGHEST = "999.0.0";

const AWS = "resource-aws-v";

/** Folder of what is built, seen from the sources and from itself. */
const BUILT = path.basename(__dirname) === "bin" ? __dirname : path.join(__dirname, "bin");

/** The model as one file, ready to start. */
export const bundlePath = path.join(BUILT, "provider.js");

/** Environment in which the engine runs on the simulated AWS, in a home and a backend of its own. */
export function engineEnvironment(place: { pulumi: string; backend: string; world: string }) {
    return {
        PULUMI_BACKEND_URL: `file://${place.backend}`,
        PULUMI_CONFIG_PASSPHRASE: "simulated",
        // The engine takes the highest version of a plugin for every lower one that is asked for.
        PULUMI_ENABLE_LEGACY_PLUGIN_SEARCH: "true",
        PULUMI_HOME: place.pulumi,
        PULUMI_SKIP_UPDATE_CHECK: "1",
        SIMULATED_AWS_WORLD: place.world,
    };
}

/**
 * Makes a PULUMI_HOME run on the simulated AWS: puts the provider where the engine looks for aws, and the other
 * plugins of the user's own home beside it. The engine skips linked folders, so each is a real one; what is in it may
 * be linked. `pulumi package add` looks for the very version that a plugin depends on, which is found where it is that of the
 * `@pulumi/aws` that is installed here, or one of `versions`.
 */
export function installProvider(pulumiHome: string, versions: string[] = []): void {
    for (const version of [HIGHEST, ...ownVersions(), ...versions]) {
        const command = [process.execPath, bundlePath];
        writePlugin(pulumiHome, AWS + version, "pulumi-resource-aws", command);
    }
    for (const home of userHomes()) {
        const plugins = path.join(home, "plugins");
        if (path.resolve(home) === path.resolve(pulumiHome) || !fs.existsSync(plugins)) {
            continue;
        }
        for (const entry of fs.readdirSync(plugins, { withFileTypes: true })) {
            if (entry.isDirectory() && !entry.name.startsWith(AWS)) {
                linkPlugin(
                    path.join(plugins, entry.name),
                    path.join(pulumiHome, "plugins", entry.name),
                );
            }
        }
    }
}

function ownVersions(): string[] {
    const own = findDeclarations();
    return own === undefined ? [] : [own.version];
}

function userHomes(): string[] {
    const { PULUMI_HOME } = process.env;
    return [...(PULUMI_HOME === undefined ? [] : [PULUMI_HOME]), path.join(homedir(), ".pulumi")];
}

function linkPlugin(from: string, to: string): void {
    if (fs.existsSync(to)) {
        return;
    }
    fs.mkdirSync(to, { recursive: true });
    for (const name of fs.readdirSync(from)) {
        fs.symlinkSync(path.join(from, name), path.join(to, name));
    }
}

function writePlugin(pulumiHome: string, folder: string, name: string, command: string[]): void {
    const target = path.join(pulumiHome, "plugins", folder);
    fs.mkdirSync(target, { recursive: true });
    const quoted = command.map((part) => `'${part.replace(/'/g, `'\\''`)}'`).join(" ");
    fs.writeFileSync(path.join(target, name), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
}
