import { existsSync, readdirSync, rmSync } from "node:fs";
import * as path from "node:path";

import type { Engine } from "./support";

/** A plugin in one version. */
export type Plugin = [name: string, version: string];

/** The awsx that the tests know. */
export const AWSX: Plugin = ["awsx", "3.8.0"];

/** Folder of the plugins of an engine, where those of the user's own are linked. */
export function pluginsOf({ home }: Engine): string {
    return path.join(home.env.PULUMI_HOME ?? "", "plugins");
}

/**
 * Whether an engine has a plugin in a version. Others that the user has of it are taken away from the engine, which would start
 * the newest.
 */
export function usePlugin(engine: Engine, ...[name, version]: Plugin): boolean {
    const plugins = pluginsOf(engine);
    const wanted = `resource-${name}-v${version}`;
    for (const folder of readdirSync(plugins)) {
        if (folder.startsWith(`resource-${name}-v`) && folder !== wanted) {
            rmSync(path.join(plugins, folder), { recursive: true });
        }
    }
    return existsSync(path.join(plugins, wanted));
}
