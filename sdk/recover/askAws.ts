import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { ComponentResource, ProviderResource } from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation";

import type { Answer } from "../lookups/lookup";
import type { Exported, ExportedResource, Inputs } from "./exported";
import { QUESTIONS } from "./questions";

/** A provider with the inputs that the state has of it. */
class SameProvider extends ProviderResource {
    public constructor(name: string, inputs: Inputs) {
        super("aws", name, inputs);
    }
}

/**
 * Asks AWS, as the stack's own providers do, what it has of each resource. The provider answers programs only, so this runs one: a
 * preview, in a backend of its own that is gone afterwards.
 */
export async function askAws(
    resources: ExportedResource[],
    { resources: known }: Exported,
): Promise<Answer<string>[]> {
    let answers: Answer<string>[] = [];
    const program = async (): Promise<void> => {
        const parents = new Map<string, ComponentResource>();
        answers = await Promise.all(resources.map((resource) => askFor(resource, parents, known)));
    };
    const folder = mkdtempSync(path.join(tmpdir(), "eks-privatelink-"));
    try {
        const stack = await LocalWorkspace.createOrSelectStack(
            { stackName: "recover", projectName: "recover", program },
            {
                workDir: folder,
                envVars: {
                    PULUMI_BACKEND_URL: `file://${folder}`,
                    PULUMI_CONFIG_PASSPHRASE: "nothing is kept",
                },
            },
        );
        await stack.preview({ color: "never" });
    } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
    return answers;
}

async function askFor(
    { type, inputs = {}, provider = "" }: ExportedResource,
    parents: Map<string, ComponentResource>,
    known: ExportedResource[],
): Promise<Answer<string>> {
    const parent = parents.get(provider) ?? parentWith(inputsOf(provider, known), parents.size);
    parents.set(provider, parent);
    const question = QUESTIONS[type];
    return question === undefined
        ? { kind: "unclear", reason: `nothing answers for ${type}` }
        : question(inputs, { parent });
}

function parentWith(inputs: Inputs, count: number): ComponentResource {
    const provider = new SameProvider(`provider-${count}`, inputs);
    const providers = { aws: provider };
    return new ComponentResource(
        "eks-privatelink:index:Recovery",
        `asks-${count}`,
        {},
        { providers },
    );
}

/** The version is that of the SDK that asks. */
function inputsOf(reference: string, known: ExportedResource[]): Inputs {
    const found = known.find(({ urn, id }) => `${urn}::${id}` === reference);
    const inputs = Object.entries(found?.inputs ?? {}).filter(([name]) => name !== "version");
    return Object.fromEntries(inputs);
}
