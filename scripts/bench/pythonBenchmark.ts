import * as path from "node:path";

import { ROOT } from "../demo/options";
import { type Benchmark, SECONDS } from "./benchmark";
import type { Prepare, Stages } from "./stage";
import { previewPrepared } from "./subjects";
import { timeToEnd } from "./timed";

/** Of the versions that the programs in JavaScript beside them run with. */
const PACKAGES = ["pulumi==3.259.0", "pulumi-aws==7.48.0"];

/** What the way from another language through the plugin costs a program in Python. */
export function pythonBenchmark(stages: Stages): Benchmark {
    const prepare = withPython(stages);
    return {
        name: "python",
        title: "pulumi preview of EksEndpointSet from Python against the same resources by hand in Python",
        ours: previewPrepared(stages, "the set", "python-set", prepare),
        theirs: previewPrepared(stages, "by hand", "python-by-hand", prepare),
        unit: SECONDS,
        needsEngine: true,
    };
}

/** One Python for both, with the generated SDK in it. */
function withPython(stages: Stages): Prepare {
    return async (home, cli) => [
        await stages.once("python", async (place) => {
            const cwd = place.folder();
            const schema = path.join(ROOT, "sdk", "schema.json");
            const generate = ["package", "gen-sdk", schema, "--language", "python", "--out", cwd];
            await timeToEnd({ file: cli, args: generate, env: home.env });
            await timeToEnd({ file: "python3", args: ["-m", "venv", "venv"], cwd });
            const bin = path.join(cwd, "venv", "bin");
            const install = ["-m", "pip", "install", "--quiet", ...PACKAGES, "./python"];
            await timeToEnd({ file: path.join(bin, "python"), args: install, cwd });
            return bin;
        }),
    ];
}
