import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { bundlePath, engineEnvironment, installProvider } from "./install";
import { createWorld } from "./world/createWorld";
import { saveWorld } from "./world/store";
import type { World } from "./world/types";

/** A private place for runs of the real engine on a world of their own. */
export interface EngineHome {
    /** Folder of it all; to be removed with `remove`. */
    folder: string;
    /** File of the world, for `loadWorld`. */
    worldPath: string;
    /** Environment for the Pulumi CLI or the Automation API. */
    env: { [key: string]: string };
    remove(): void;
}

/** What the world of the home starts with. */
export interface EngineHomeOptions {
    world?: World;
    /** Region when neither program nor config names one. Defaults to `eu-west-1`. */
    region?: string;
    /** Further versions of the aws provider that `pulumi package add` finds; see `installProvider`. Defaults to none. */
    awsVersions?: string[];
}

/** Makes a fresh PULUMI_HOME with the provider in it, a backend and a world. */
export async function engineHome(options: EngineHomeOptions = {}): Promise<EngineHome> {
    await buildBundle();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "simulated-aws-"));
    const worldPath = path.join(folder, "world.json");
    const backend = path.join(folder, "backend");
    const pulumiHome = path.join(folder, "home");
    fs.mkdirSync(backend);
    installProvider(pulumiHome, options.awsVersions);
    saveWorld(worldPath, options.world ?? createWorld());
    return {
        folder,
        worldPath,
        env: {
            ...engineEnvironment({ pulumi: pulumiHome, backend, world: worldPath }),
            AWS_REGION: options.region ?? "eu-west-1",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "1",
        },
        remove: () => {
            // What an engine that was killed has started may still write there for a moment.
            fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
        },
    };
}

/** Bundles the provider unless the build has done so already. */
async function buildBundle(): Promise<void> {
    if (fs.existsSync(bundlePath)) {
        return;
    }
    const { build } = await import("esbuild");
    const fresh = `${bundlePath}.${process.pid}.new`;
    await build({
        entryPoints: [path.join(__dirname, "serve.ts")],
        bundle: true,
        platform: "node",
        format: "cjs",
        outfile: fresh,
    });
    fs.renameSync(fresh, bundlePath);
}
