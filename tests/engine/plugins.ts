import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

/**
 * Gives an engine a provider under this name that takes whatever it is given. `outputs` is the text of a function that makes the
 * outputs of a resource from its name and inputs.
 */
export function imitatePlugin(
    engine: Engine,
    [name, version]: Plugin,
    outputs = "(name, inputs) => inputs",
): void {
    usePlugin(engine, name, version);
    const folder = path.join(pluginsOf(engine), `resource-${name}-v${version}`);
    // Where the user has this version, its files are linked, and must not be written to.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const provider = path.join(folder, "provider.js");
    writeFileSync(
        provider,
        `
const { provider } = require(${JSON.stringify(require.resolve("@pulumi/pulumi"))});
const outputs = ${outputs};
provider.main({
    version: "${version}",
    async check(urn, olds, news) { return { inputs: news }; },
    async diff(id, urn, olds, news) { return {}; },
    async create(urn, inputs) {
        const id = urn.split("::").at(-1);
        return { id, outs: outputs(id, inputs) };
    },
    async delete() {},
}, process.argv.slice(2));
`,
    );
    writeFileSync(
        path.join(folder, `pulumi-resource-${name}`),
        `#!/bin/sh\nexec '${process.execPath}' '${provider}' "$@"\n`,
        { mode: 0o755 },
    );
}
