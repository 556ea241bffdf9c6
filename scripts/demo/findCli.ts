import { spawn } from "node:child_process";
import * as path from "node:path";

import type { PulumiCommand } from "@pulumi/pulumi/automation";
import { version } from "@pulumi/pulumi/version";

import { findInstalledCli } from "../../tests/support/installedCli";
import { messageOf } from "../failure";

/** A CLI that works, or why there is none. */
export type CliSearch = { cli: PulumiCommand } | { reason: string };

const INSTALLER = "https://get.pulumi.com/install.sh";

/** Milliseconds to find out whether the download host answers at all, and for the whole download. */
const LIMITS = { answer: 5_000, download: 180_000 };

/** Finds the CLI of this machine, or else downloads the one of this SDK's version to where the installer puts it. */
export async function findCli(
    signal: AbortSignal,
    tell: (line: string) => void,
): Promise<CliSearch> {
    const found = await findInstalledCli();
    if (found !== undefined) {
        return { cli: found };
    }
    const problem = await findDownloadProblem(signal);
    if (problem !== undefined) {
        return { reason: `no Pulumi CLI is installed, and ${problem}` };
    }
    tell(`No Pulumi CLI is installed; downloading version ${version} to ~/.pulumi/versions …`);
    const failure = await download(signal);
    const downloaded = await findInstalledCli();
    return downloaded === undefined
        ? {
              reason: `no Pulumi CLI is installed, and its download failed: ${failure ?? "it does not start"}`,
          }
        : { cli: downloaded };
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
