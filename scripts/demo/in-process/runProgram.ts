import * as fs from "node:fs";
import * as path from "node:path";

import { runtime } from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";

import { fileStore, mocks } from "../../../simulated-aws/index";
import { PackClient } from "../../engine/packClient";
import { messageOf } from "../../failure";
import type { Finding } from "../runner";
import { judgeMonitor, type Listener } from "./judgedMonitor";
import type { ProgramReport, ProgramRequest } from "./messages";

// A process for one program, because mocks hold for a whole process.

/** What the engine calls the organisation of stacks that it keeps in files. */
const ORGANIZATION = "organization";

function tell(report: ProgramReport): void {
    process.send?.(report);
}

async function run(request: ProgramRequest): Promise<void> {
    const { folder, stack, account, config, region, preview, worldPath, packPort } = request;
    const project = projectName(folder);
    const keys = Object.entries(config).map(([key, value]) => [
        key.includes(":") ? key : `${project}:${key}`,
        value,
    ]);
    runtime.setAllConfig(Object.fromEntries(keys) as { [key: string]: string });
    const stacks = Object.fromEntries(
        Object.entries(request.stacks).map(([name, outputs]) => [name, { outputs }]),
    );
    const aws = mocks(fileStore(worldPath), { account, region, preview, stacks });
    await runtime.setMocks(aws, project, stack, preview, ORGANIZATION);
    const pack = new PackClient(packPort);
    const found = (findings: Finding[]) => {
        for (const finding of findings) {
            tell({ kind: "finding", finding });
        }
    };
    const registered: Listener["registered"] = (type, created) => {
        tell({ kind: "registered", type, created });
    };
    const seen = judgeMonitor(pack, preview, { registered, found });
    await runtime.runInPulumiStack(() => import(path.join(folder, "index.ts")) as Promise<object>);
    await waitForRPCs();
    found(await pack.analyzeStack([...seen.resources.values()]));
    pack.close();
    const stackName = [ORGANIZATION, project, stack].join("/");
    tell({ kind: "done", stackName, outputs: seen.outputs() });
}

function projectName(folder: string): string {
    const file = path.join(folder, "Pulumi.yaml");
    const name = /^name:\s*["']?([^"'\s#]+)/m.exec(fs.readFileSync(file, "utf8"))?.[1];
    if (name === undefined) {
        throw new Error(`${file} has no name; give it one`);
    }
    return name;
}

/** What the SDK itself awaits before a program ends; its declarations leave it out. */
function waitForRPCs(): Promise<void> {
    return (settings as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
process.once("message", (request: ProgramRequest) => {
    run(request).catch(fail);
});

function fail(error: unknown): void {
    tell({ kind: "failed", message: messageOf(error) });
}
