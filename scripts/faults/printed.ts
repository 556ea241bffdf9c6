import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";

import type { TestStack } from "../../tests/engine/testStack";

const run = promisify(execFile);

/** The commands that messages print, each on a line of its own. */
export function commandsIn(messages: string[]): string[] {
    return messages
        .flatMap((message) => message.split("\n"))
        .map((line) => line.trim())
        .filter((line) => /^(echo .* && )?pulumi |^aws /.test(line));
}

/** Runs commands as they are printed, where a user of the stack would; `aws` asks the simulated AWS. */
export async function runPrinted({ stack }: TestStack, commands: string[]): Promise<void> {
    const { workDir, envVars, pulumiCommand } = stack.workspace;
    const tools = fs.mkdtempSync(path.join(os.tmpdir(), "tools-"));
    const places = [path.dirname(pulumiCommand.command), tools, process.env.PATH ?? ""];
    const env = { ...process.env, ...envVars, PATH: places.join(path.delimiter) };
    try {
        writeAws(tools);
        for (const command of commands) {
            await run("sh", ["-c", command], { cwd: workDir, env });
        }
    } finally {
        fs.rmSync(tools, { recursive: true });
    }
}

function writeAws(folder: string): void {
    const command = [process.execPath, "-r", require.resolve("tsx/cjs"), AWS_CLI];
    const quoted = command.map((part) => `'${part}'`).join(" ");
    fs.writeFileSync(path.join(folder, "aws"), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
}

const AWS_CLI = path.join(__dirname, "awsCli.ts");
