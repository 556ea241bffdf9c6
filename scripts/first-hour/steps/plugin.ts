import * as fs from "node:fs";
import * as path from "node:path";
import { deploy } from "../deploy";
import type { Hour } from "../hour";
import { EMPTY, HAS_HOST_NAMES, setProgram } from "../programs";
import { expectText, Step } from "../step";

const SDK = path.join(__dirname, "..", "..", "..", "sdk");

const SERVES_SCHEMA = /"name": "eks-privatelink"/;

/** Adds a plugin folder to an empty program. */
async function add(hour: Hour, plugin: string): Promise<void> {
    const project = hour.folder({ "Pulumi.yaml": EMPTY });
    expectText(
        await hour.pulumi(project, ["package", "add", plugin]),
        /Added package eks-privatelink/,
    );
}

/** A tarball, unpacked into a folder. */
export const pluginUnpacked: Step = {
    name: "the plugin, an unpacked tarball, is added, serves its schema and deploys from YAML",
    needsEngine: true,
    async run(hour) {
        const plugin = hour.unpacked("sdk");
        await add(hour, plugin);
        const folder = hour.folder();
        expectText(await hour.pulumi(folder, ["package", "get-schema", plugin]), SERVES_SCHEMA);
        const project = hour.folder({ "Pulumi.yaml": setProgram(plugin) });
        expectText(await deploy(hour, project), HAS_HOST_NAMES);
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
