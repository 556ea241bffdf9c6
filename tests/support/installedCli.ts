import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

import { PulumiCommand } from "@pulumi/pulumi/automation";
import { version } from "@pulumi/pulumi/version";

/** Where Pulumi's installer puts CLIs, each in a folder named after its version. */
const INSTALLED = path.join(homedir(), ".pulumi", "versions");

/** The Pulumi CLI of this machine, as new as this SDK or newer: on PATH, or installed. Nothing is downloaded. */
export async function findInstalledCli(): Promise<PulumiCommand | undefined> {
    const roots = [...rootsOnPath(process.env.PATH ?? ""), ...rootsInstalled(INSTALLED, version)];
    for (const root of roots.filter((each) => existsSync(path.join(each, "bin", "pulumi")))) {
        // One that does not start is none.
        const command = await PulumiCommand.get({ root, skipVersionCheck: true }).catch(
            () => undefined,
        );
        if ((command?.version?.compare(version) ?? -1) >= 0) {
            return command;
        }
    }
    return undefined;
}

/** Folders whose `bin` is on a search path; not npm's, whose `pulumi` downloads a CLI when it is first run. */
export function rootsOnPath(searchPath: string): string[] {
    return searchPath
        .split(path.delimiter)
        .filter((folder) => path.basename(folder) === "bin" && !folder.includes("node_modules"))
        .map((folder) => path.dirname(folder));
}

/** Folders of versions that are not older than one, the newest first. */
export function rootsInstalled(folder: string, oldest: string): string[] {
    const compare = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
    return (existsSync(folder) ? readdirSync(folder) : [])
        .filter((name) => /^\d/.test(name) && compare(name, oldest) >= 0)
        .sort((a, b) => compare(b, a))
        .map((name) => path.join(folder, name));
}
