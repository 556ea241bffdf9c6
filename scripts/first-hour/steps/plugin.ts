import * as fs from "node:fs";
import * as path from "node:path";

import { deploy } from "../deploy";
import type { Hour } from "../hour";
import { EMPTY, HAS_HOST_NAMES, setProgram } from "../programs";
import { expectText, type Step } from "../step";

const SDK = path.join(__dirname, "..", "..", "..", "sdk");

const SERVES_SCHEMA = /"name": "eks-privatelink"/;

/** Adds a plugin folder to a project. */
async function add(
    hour: Hour,
    plugin: string,
    project = hour.folder({ "Pulumi.yaml": EMPTY }),
): Promise<void> {
    expectText(
        await hour.pulumi(project, ["package", "add", plugin]),
        /Added package EKS PrivateLink/,
    );
}

/** The README, as it stands. */
export const pluginInstalled: Step = {
    name: "the plugin, installed alone, is added to a YAML program and deploys",
    needsEngine: true,
    async run(hour) {
        const project = hour.folder({
            "Pulumi.yaml": setProgram(),
            "package.json": { private: true },
        });
        await hour.install(project, [hour.tarball("sdk")]);
        await add(hour, "./node_modules/eks-privatelink", project);
        expectText(await deploy(hour, project), HAS_HOST_NAMES);
    },
};

/** A tarball, unpacked into a folder. */
export const pluginUnpacked: Step = {
    name: "the plugin, an unpacked tarball, is added and serves its schema",
    needsEngine: true,
    async run(hour) {
        const plugin = hour.unpacked("sdk");
        await add(hour, plugin);
        const schema = ["package", "get-schema", plugin];
        expectText(await hour.pulumi(hour.folder(), schema), SERVES_SCHEMA);
    },
};

/** The folder `sdk` of a clone that is built, somewhere else. */
export const pluginCopied: Step = {
    name: "the plugin, a copy of the sdk folder, is added, with and without node_modules",
    needsEngine: true,
    async run(hour) {
        const copy = hour.folder();
        const filter = (file: string) => path.basename(file) !== "node_modules";
        fs.cpSync(SDK, copy, { recursive: true, filter });
        await add(hour, copy);
        // By now npm has installed what it depends on.
        const second = hour.folder();
        fs.cpSync(copy, second, { recursive: true, verbatimSymlinks: true });
        await add(hour, second);
    },
};

/** The engine's runner reads the tsconfig.json of whoever runs it. */
export const pluginForJavaScript: Step = {
    name: "the plugin starts from a project whose tsconfig.json says allowJs",
    needsEngine: true,
    async run(hour) {
        const plugin = hour.unpacked("sdk");
        const project = hour.folder({
            "Pulumi.yaml": { ...EMPTY, runtime: "nodejs" },
            "package.json": { private: true },
            "tsconfig.json": { compilerOptions: { allowJs: true, checkJs: true, strict: true } },
        });
        expectText(await hour.pulumi(project, ["package", "get-schema", plugin]), SERVES_SCHEMA);
    },
};
