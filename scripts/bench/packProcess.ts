import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import type { ShownResource } from "../demo/in-process/packClient";
import { PackClient } from "../demo/in-process/packClient";

/** What the engine starts for a policy pack, and an address for the engine: a pack looks for it only to log. */
export const PACK_RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
export const NO_ENGINE = "127.0.0.1:1";

/** What a policy pack used of the machine. */
export interface PackUsage {
    /** Milliseconds of CPU, in all threads. */
    cpu: number;
    /** Largest memory in bytes. */
    memory: number;
}

/** Shows a stack to a pack as the engine does: each resource as it is created, then all of them; tells what that took after the start. */
export async function packUsage(pack: string, resources: ShownResource[]): Promise<PackUsage> {
    const hook = path.join(__dirname, "reportUsage.js");
    const child = spawn(process.execPath, ["--require", hook, PACK_RUNNER, NO_ENGINE, pack], {
        stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    try {
        assert.ok(child.stdout);
        const lines = createInterface({ input: child.stdout });
        const [port] = (await once(lines, "line")) as [string];
        const client = new PackClient(Number(port));
        const usage = async (): Promise<NodeJS.ResourceUsage> => {
            child.send("usage");
            const [answer] = (await once(child, "message")) as [NodeJS.ResourceUsage];
            return answer;
        };
        await client.configure();
        const before = await usage();
        for (const resource of resources) {
            await client.analyze(resource);
        }
        await client.analyzeStack(resources);
        const after = await usage();
        client.close();
        return { cpu: cpuOf(after) - cpuOf(before), memory: after.maxRSS * 1024 };
    } finally {
        child.kill("SIGKILL");
    }
}

function cpuOf({ userCPUTime, systemCPUTime }: NodeJS.ResourceUsage): number {
    return (userCPUTime + systemCPUTime) / 1000;
}
