import { deepEqual, equal } from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { createStack } from "../deploy";
import { executableArchive } from "../executableArchive";
import type { Hour } from "../hour";
import { setProgram } from "../programs";
import type { Step } from "../step";

const NAME = "eks-privatelink";

/** What a stranger to Node.js does: nothing but the CLI is on PATH. */
export const executablePlugin: Step = {
    name: "the plugin, an executable installed from its archive, deploys without Node.js what the folder deploys",
    needsEngine: true,
    async run(hour) {
        const archive = await executableArchive(hour);
        const version = /-v([\d.]+)-/.exec(path.basename(archive))?.[1] ?? "";
        const install = ["plugin", "install", "resource", NAME, version, "--file", archive];
        await hour.pulumi(hour.folder(), install);
        const env = { PATH: path.dirname(hour.engine?.cli.command ?? "") };
        const project = hour.folder({ "Pulumi.yaml": setProgram() });
        await hour.pulumi(project, ["package", "add", `${NAME}@${version}`], { env });
        const byVersion = await deployed(hour, project, env);
        const plugin = hour.unpacked("sdk");
        await hour.install(plugin, []);
        deepEqual(
            byVersion,
            await deployed(hour, hour.folder({ "Pulumi.yaml": setProgram(plugin) })),
        );
        // The stack, a network of three, the component and its thirteen children.
        equal(byVersion.length, 18);
    },
};

/** What the state of a stack says of a resource, beside times and what AWS has answered. */
interface Resource {
    urn: string;
    parent?: string;
    dependencies?: string[];
    inputs?: object;
}

/** What a stack has once the program of a project is up; what is made up, IDs and ends of names, is blotted out. */
async function deployed(
    hour: Hour,
    project: string,
    env?: { [name: string]: string },
): Promise<Resource[]> {
    await createStack(hour, project);
    await hour.pulumi(project, ["up", "--yes", "--skip-preview"], { env });
    const file = path.join(hour.folder(), "state.json");
    await hour.pulumi(project, ["stack", "export", "--file", file]);
    await hour.pulumi(project, ["destroy", "--yes", "--skip-preview"], { env });
    const text = fs
        .readFileSync(file, "utf-8")
        .replace(/-[0-9a-f]{7}([0-9a-f]{10})?\b/g, "-…")
        .replace(/\bstack-\d+/g, "stack");
    const { deployment } = JSON.parse(text) as { deployment: { resources: Resource[] } };
    return deployment.resources
        .filter(({ urn }) => !urn.includes("pulumi:providers:"))
        .map(({ urn, parent, dependencies = [], inputs }) => ({
            urn,
            parent,
            dependencies: dependencies.sort(),
            inputs,
        }))
        .sort((one, other) => one.urn.localeCompare(other.urn));
}
