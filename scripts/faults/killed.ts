import * as fs from "node:fs";
import * as path from "node:path";

import { existingNetwork } from "../../tests/engine/network";
import type { Engine } from "../../tests/engine/support";
import type { TestStack } from "../../tests/engine/testStack";
import { copyProject } from "../engine/copyProject";

/** Programs whose engine can be killed: each runs in a process of its own. */
export const PROGRAMS = {
    set: `new EksEndpointSet("eks", own);`,
    hub: `const set = new EksEndpointSet("eks", {
        ...own,
        privateDnsEnabled: false,
        ingress: { cidrBlocks: ["10.0.0.0/8"] },
        flowLogs: { enabled: false },
    });
    new EksEndpointShare("share", {
        connection: set.connection,
        consumers: { other: { vpcId: config.require("otherVpcId") } },
    });`,
};

/** A stack of a program, in a network of its own. */
export async function openProgram(
    engine: Engine,
    program: keyof typeof PROGRAMS,
): Promise<TestStack> {
    const { vpcId, subnetIds } = await existingNetwork(engine);
    const other = await existingNetwork(engine, { prefix: "10.30" });
    const source = fs.mkdtempSync(path.join(engine.home.folder, `${program}-source-`));
    fs.writeFileSync(path.join(source, "Pulumi.yaml"), `name: ${program}\nruntime: nodejs\n`);
    fs.writeFileSync(
        path.join(source, "index.ts"),
        `import { Config } from "@pulumi/pulumi";
import { EksEndpointSet, EksEndpointShare } from "eks-privatelink";

const config = new Config();
const own = { vpcId: config.require("vpcId"), subnetIds: config.requireObject<string[]>("subnetIds") };
void EksEndpointShare;
${PROGRAMS[program]}
`,
    );
    const projects = fs.mkdtempSync(path.join(engine.home.folder, `${program}-`));
    return engine.open(copyProject(source, projects), {
        [`${program}:vpcId`]: vpcId,
        [`${program}:subnetIds`]: JSON.stringify(subnetIds),
        [`${program}:otherVpcId`]: other.vpcId,
    });
}
