import type { Hour } from "./hour";

/** Brings a project of its own up and down again; gives what `up` printed. */
export async function deploy(hour: Hour, project: string): Promise<string> {
    await createStack(hour, project);
    const text = await hour.pulumi(project, ["up", "--yes", "--skip-preview"]);
    await hour.pulumi(project, ["destroy", "--yes", "--skip-preview"]);
    return text;
}

let stacks = 0;

/** Makes a stack in a project; every project has the same name, so each stack gets another. */
export async function createStack(hour: Hour, project: string): Promise<void> {
    stacks++;
    await hour.pulumi(project, ["stack", "init", `stack-${stacks}`]);
}
