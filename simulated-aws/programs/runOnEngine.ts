import * as fs from "node:fs";
import * as path from "node:path";

import { LocalWorkspace, type PulumiCommand, type PulumiFn } from "@pulumi/pulumi/automation";

import type { EngineHome } from "../engineHome";
import type { Values } from "./program";
import { configTexts, type Run, started } from "./runProgram";

/** What a run on the engine needs beside the program. */
export interface EngineRun extends Omit<Run, "mocks" | "organization"> {
    home: EngineHome;
    account: string;
    region: string;
    /** Defaults to the CLI on the PATH. */
    cli?: PulumiCommand;
}

/** Runs a program by the real engine on the world of a home, and gives its outputs and what passed through. */
export async function runOnEngine(
    run: EngineRun,
): Promise<{ outputs: Values; unmodelled: string[] }> {
    const { home, project, stack, cli, account, region } = run;
    const notes = path.join(home.folder, "unmodelled");
    fs.rmSync(notes, { force: true });
    const program: PulumiFn = async () => started(await run.program());
    const place = await LocalWorkspace.createOrSelectStack(
        { projectName: project, stackName: stack, program },
        {
            // With the home it goes away again; by itself the Automation API leaves its folders.
            workDir: fs.mkdtempSync(path.join(home.folder, "program-")),
            envVars: {
                ...home.env,
                AWS_REGION: region,
                SIMULATED_AWS_ACCOUNT: account,
                SIMULATED_AWS_NOTES: notes,
            },
            ...(cli === undefined ? {} : { pulumiCommand: cli }),
        },
    );
    const config = Object.entries(configTexts(run.config, project));
    await place.setAllConfig(Object.fromEntries(config.map(([key, value]) => [key, { value }])));
    if (run.preview) {
        await place.preview();
        return { outputs: {}, unmodelled: linesOf(notes) };
    }
    const { outputs } = await place.up();
    const values = Object.entries(outputs).map(([name, { value }]) => [name, value as unknown]);
    return { outputs: Object.fromEntries(values) as Values, unmodelled: linesOf(notes) };
}

function linesOf(file: string): string[] {
    const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
    return text.split("\n").filter((line) => line !== "");
}
