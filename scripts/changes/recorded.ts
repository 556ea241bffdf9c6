import { join } from "node:path";

import { CustomResource, type Output } from "@pulumi/pulumi";

import { engineHome } from "../../simulated-aws/index";
import { type Plugin, usePlugin } from "../../tests/engine/plugins";
import { Engine } from "../../tests/engine/support";
import { findInstalledCli } from "../../tests/support/installedCli";
import { REGION } from "./network";
import type { Program } from "./runStack";

/** A resource as it stands in the state of a stack. */
export interface Recorded {
    urn: string;
    type: string;
    id: string;
    inputs: { [property: string]: unknown };
    /** URNs of all that it depends on. */
    dependencies: string[];
}

/** A state as the engine exports it; what depends on nothing has no dependencies there. */
interface Exported {
    deployment: { resources: (Omit<Recorded, "dependencies"> & Partial<Recorded>)[] };
}

/** An engine with a plugin, on a world of its own; or what is missing. */
async function openEngine(plugin: Plugin): Promise<Engine | { missing: string }> {
    const cli = await findInstalledCli();
    if (cli === undefined) {
        return { missing: "there is no Pulumi CLI" };
    }
    const engine = new Engine(cli, await engineHome({ region: REGION }));
    if (usePlugin(engine, ...plugin)) {
        return engine;
    }
    engine.home.remove();
    return { missing: `the Pulumi CLI has no plugin ${plugin.join(" ")}` };
}

/**
 * What the engine has made of an example that needs a plugin of others: every resource of AWS with the inputs that its provider
 * got and the dependencies that the engine keeps. Where there is no such engine, it says what is missing.
 */
export async function recordExample(
    name: string,
    plugin: Plugin,
): Promise<Recorded[] | { missing: string }> {
    const engine = await openEngine(plugin);
    if (!(engine instanceof Engine)) {
        return engine;
    }
    try {
        const folder = join(__dirname, "..", "..", "examples", name);
        const stack = await engine.project(folder, { "aws:region": REGION });
        const { errors } = await stack.up();
        if (errors.length > 0) {
            throw new Error(`${name}: ${errors.join("; ")}`);
        }
        const { deployment } = (await stack.stack.exportStack()) as Exported;
        return deployment.resources
            .filter(({ type }) => type.startsWith("aws:"))
            .map(({ dependencies = [], ...resource }) => ({ ...resource, dependencies }));
    } finally {
        engine.home.remove();
    }
}

/** A resource of any type. */
class Replayed extends CustomResource {}

/** A program whose resources get the inputs that were recorded, and wait for what they waited for. */
export function replay(recorded: Recorded[]): Program {
    return () => {
        const made = new Map<string, CustomResource>();
        /** What AWS calls the resources now, by what it called them then. */
        const ids = new Map<string, Output<string>>();
        for (const { urn, type, id, inputs, dependencies } of recorded) {
            const name = urn.split("::").at(-1) ?? "";
            const dependsOn = dependencies.flatMap((each) => made.get(each) ?? []);
            const resource = new Replayed(type, name, renamed(inputs, ids), { dependsOn });
            made.set(urn, resource);
            // A switch has the ID of the endpoint that it is of.
            ids.set(id, ids.get(id) ?? resource.id);
        }
        return {};
    };
}

/** The same inputs with the IDs of now, and without the engine's note of which are defaults. */
function renamed(inputs: Recorded["inputs"], ids: Map<string, Output<string>>): Recorded["inputs"] {
    const rename = (value: unknown): unknown =>
        typeof value === "string"
            ? (ids.get(value) ?? value)
            : Array.isArray(value)
              ? value.map(rename)
              : value;
    const given = Object.entries(inputs).filter(([property]) => property !== "__defaults");
    return Object.fromEntries(given.map(([property, value]) => [property, rename(value)]));
}
