import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";

import type { TestStack } from "../../tests/engine/testStack";

const run = promisify(execFile);

/** The commands that messages print, each on a line of its own. */
export function commandsIn(messages: string[]): string[] {
    return messages
        .flatMap((message) => message.split("\n"))
        .map((line) => line.trim())
        .filter((line) => /^(echo .* && )?pulumi /.test(line));
}

/** Runs commands as they are printed, where a user of the stack would. */
export async function runPrinted({ stack }: TestStack, commands: string[]): Promise<void> {
    const { workDir, envVars, pulumiCommand } = stack.workspace;
    const env = {
        ...process.env,
        ...envVars,
        PATH: `${path.dirname(pulumiCommand.command)}${path.delimiter}${process.env.PATH ?? ""}`,
    };
    for (const command of commands) {
        await run("sh", ["-c", command], { cwd: workDir, env });
    }
}
