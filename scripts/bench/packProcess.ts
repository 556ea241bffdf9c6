import { once } from "node:events";
import * as path from "node:path";

import { PackClient } from "../engine/packClient";
import type { ShownResource } from "../engine/shownResource";
import { startPack } from "../engine/startPack";

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
    const { port, process: child } = await startPack(pack, { nodeOptions: ["--require", hook] });
    try {
        const client = new PackClient(port);
        const usage = async (): Promise<NodeJS.ResourceUsage> => {
            child.send("usage");
            const [answer] = (await once(child, "message")) as [NodeJS.ResourceUsage];
            return answer;
        };
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
