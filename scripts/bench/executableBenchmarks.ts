import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { ROOT } from "../demo/options";
import { executableArchive } from "../first-hour/executableArchive";
import { type Benchmark, MEGABYTES, SECONDS } from "./benchmark";
import type { Prepare, Stages } from "./stage";
import { preview, previewPrepared } from "./subjects";
import { type Command, memoryAtFirstLine, timeToEnd, timeToFirstLine } from "./timed";

/** Address of an engine that is not there; a plugin starts without it. */
const ENGINE = "127.0.0.1:0";

/** What the engine starts in a folder that a program names. */
const FOLDER: Command = {
    file: path.join(ROOT, "sdk", "pulumi-resource-eks-privatelink"),
    args: [ENGINE],
};

const LABELS = ["executable", "folder"] as const;

/** The plugin as one file with Node.js in it, beside the folder of the npm package, which the machine's Node.js runs. */
export function executableBenchmarks(stages: Stages): Benchmark[] {
    return [...processBenchmarks(stages), ...previewBenchmarks(stages)];
}

function processBenchmarks(stages: Stages): Benchmark[] {
    const measured = (
        measure: (command: Command) => Promise<number>,
    ): Pick<Benchmark, "ours" | "theirs"> => ({
        ours: { label: LABELS[0], measure: async () => measure(await executable(stages)) },
        theirs: { label: LABELS[1], measure: () => measure(FOLDER) },
    });
    return [
        {
            name: "executable-start",
            title: "start of the executable plugin against that of the plugin's folder",
            ...measured(timeToFirstLine),
            unit: SECONDS,
            needsEngine: false,
        },
        {
            name: "executable-memory",
            title: "largest memory of the executable plugin when it has started against that of the plugin's folder",
            ...measured(memoryAtFirstLine),
            unit: MEGABYTES,
            needsEngine: false,
        },
        {
            name: "executable-size",
            title: "size of the executable plugin, Node.js and all, against that of the installed npm package",
            ours: {
                label: LABELS[0],
                measure: async () => sizeOf(path.dirname((await executable(stages)).file)),
            },
            theirs: { label: LABELS[1], measure: async () => sizeOf(await npmPackage(stages)) },
            unit: MEGABYTES,
            needsEngine: false,
        },
    ];
}

function previewBenchmarks(stages: Stages): Benchmark[] {
    const yaml = previewPrepared(stages, LABELS[0], "yaml-installed", installedBy(stages));
    return [
        {
            name: "executable-preview",
            title: "pulumi preview of a YAML program through the executable plugin against the plugin's folder",
            ours: yaml,
            theirs: preview(stages, LABELS[1], "yaml"),
            unit: SECONDS,
            needsEngine: true,
        },
        {
            name: "executable-yaml",
            title: "pulumi preview of a YAML program through the executable plugin against the same in TypeScript",
            ours: yaml,
            theirs: preview(stages, "TypeScript", "typescript"),
            unit: SECONDS,
            aim: 1.2,
            needsEngine: true,
        },
    ];
}

/** Installs the executable plugin where the engine looks for one that no path leads to. */
function installedBy(stages: Stages): Prepare {
    return async (home, cli) => {
        const file = await archive(stages);
        const version = /-v([\d.]+)-/.exec(path.basename(file))?.[1] ?? "";
        const args = ["plugin", "install", "resource", "eks-privatelink", version, "--file", file];
        await timeToEnd({ file: cli, args, env: home.env });
        return [];
    };
}

function archive(stages: Stages): Promise<string> {
    return stages.once("archive", executableArchive);
}

function executable(stages: Stages): Promise<Command> {
    return stages.once("executable", async (place) => {
        const folder = place.folder();
        execFileSync("tar", ["-xzf", await archive(stages), "-C", folder]);
        return { file: path.join(folder, "pulumi-resource-eks-privatelink"), args: [ENGINE] };
    });
}

/** What `npm install` puts into an empty folder. */
function npmPackage(stages: Stages): Promise<string> {
    return stages.once("npm", async (place) => {
        const folder = place.folder({ "package.json": { private: true } });
        await place.install(folder, [place.tarball("sdk")]);
        return path.join(folder, "node_modules");
    });
}

/** Bytes of the files in a folder. */
function sizeOf(folder: string): number {
    return fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).size)
        .reduce((sum, size) => sum + size, 0);
}
