import { spawn } from "node:child_process";
import { homedir } from "node:os";
import * as path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { version } from "@pulumi/pulumi/version";
import { messageOf } from "./failure";

/** The Pulumi CLI, and how to call the place where it was found. */
export interface FoundCli {
    command: PulumiCommand;
    place: string;
}

/** A CLI that works, or why there is none. */
export type CliSearch = { cli: FoundCli } | { reason: string };

const INSTALLER = "https://get.pulumi.com/install.sh";

/** Milliseconds to find out whether the download host answers at all, and for the whole download. */
const LIMITS = { answer: 5_000, download: 180_000 };

/** Finds a CLI on PATH or in `~/.pulumi/versions`, or else downloads the one of this SDK's version to there. */
export async function findCli(
    signal: AbortSignal,
    tell: (line: string) => void,
): Promise<CliSearch> {
    const onPath = await tryCli(undefined, "PATH");
    const folder = path.join(homedir(), ".pulumi", "versions", version);
    const found = onPath ?? (await tryCli(folder, folder.replace(homedir(), "~")));
    if (found !== undefined) {
        return { cli: found };
    }
    const problem = await findDownloadProblem(signal);
    if (problem !== undefined) {
        return { reason: `no Pulumi CLI is installed, and ${problem}` };
    }
    tell(`No Pulumi CLI is installed; downloading version ${version} to ~/.pulumi/versions …`);
    const failure = await download(signal);
    const installed = await tryCli(folder, folder.replace(homedir(), "~"));
    return installed === undefined
        ? {
              reason: `no Pulumi CLI is installed, and its download failed: ${failure ?? "it does not start"}`,
          }
        : { cli: installed };
}

/** The `pulumi` of `node_modules/.bin` is no CLI: it downloads one. npm puts that folder on PATH. */
export function withoutNodeModules(searchPath: string): string {
    const isOwn = (folder: string) => folder.endsWith(path.join("node_modules", ".bin"));
    return searchPath
        .split(path.delimiter)
        .filter((folder) => !isOwn(folder))
        .join(path.delimiter);
}

/** A CLI in one place; undefined where there is none, or one too old for this SDK. */
async function tryCli(root: string | undefined, place: string): Promise<FoundCli | undefined> {
    return PulumiCommand.get({ root }).then(
        (command) => ({ command, place }),
        () => undefined,
    );
}

async function findDownloadProblem(signal: AbortSignal): Promise<string | undefined> {
    try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMITS.answer)]);
        const answer = await fetch(INSTALLER, { method: "HEAD", signal: limit });
        return answer.ok ? undefined : `${INSTALLER} answers ${answer.status}`;
    } catch {
        return `${new URL(INSTALLER).host} cannot be reached`;
    }
}

/** Installs in a process group of its own, which can be ended; returns why it failed. */
async function download(signal: AbortSignal): Promise<string | undefined> {
    const script = path.join(__dirname, "installCli.ts");
    const installer = spawn(process.execPath, [...process.execArgv, script], {
        detached: true,
        stdio: "ignore",
    });
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMITS.download)]);
    const end = () => installer.pid !== undefined && process.kill(-installer.pid, "SIGKILL");
    limit.addEventListener("abort", end);
    return new Promise((resolve) => {
        installer.on("error", (error) => {
            resolve(messageOf(error));
        });
        installer.on("exit", (status) => {
            limit.removeEventListener("abort", end);
            const took = `it took longer than ${LIMITS.download / 1000} s`;
            resolve(status === 0 ? undefined : status === null ? took : `status ${status}`);
        });
    });
}
