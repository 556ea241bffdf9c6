import { createRequire } from "node:module";
import { join } from "node:path";

import { runtime } from "@pulumi/pulumi";

import { ON_PREMISES, ORGANIZATION } from "./network";
import { type Program, PROJECT } from "./runStack";
import { ACCOUNTS, type Ground, type StackName } from "./scene";

/** An example that runs in a process, the stack that it is, and the one that has to be there before. */
export interface Example {
    name: string;
    stack: StackName;
    needs?: Example;
    config(scene: Ground): { [key: string]: unknown };
}

const HUB: Example = {
    name: "hub",
    stack: "hub",
    config: (scene) => ({
        ...place(scene),
        organizationId: ORGANIZATION,
        clientCidrBlocks: ["10.0.0.0/8"],
        consumers: {
            own: { vpcId: scene.networks.own.vpcId },
            spoke: { vpcId: scene.networks.spoke.vpcId, accountId: ACCOUNTS.spoke },
        },
    }),
};

/** All that need no plugin of others; `awsx-vpc` does. */
export const EXAMPLES: Example[] = [
    { name: "minimal", stack: "hub", config: place },
    {
        name: "perimeter",
        stack: "hub",
        config: (scene) => ({ ...place(scene), organizationId: ORGANIZATION }),
    },
    { name: "dual-stack", stack: "hub", config: () => ({}) },
    {
        name: "on-premises",
        stack: "hub",
        config: (scene) => ({
            ...place(scene),
            clientCidrBlocks: ["10.0.0.0/8"],
            dnsServerCidrBlocks: [ON_PREMISES.cidrBlock],
        }),
    },
    HUB,
    {
        name: "spoke",
        stack: "spoke",
        needs: HUB,
        config: ({ networks }) => ({
            vpcId: networks.spoke.vpcId,
            hubStack: `organization/${PROJECT}/hub`,
        }),
    },
];

function place({ networks: { hub } }: Ground): { [key: string]: unknown } {
    return { vpcId: hub.vpcId, subnetIds: hub.subnetIds.slice(0, 2) };
}

const load = createRequire(__filename);

/** The program of an example as it stands, with a configuration that fits the scene. */
export function exampleProgram(example: Example, scene: Ground): Program {
    const { name } = example;
    const file = join(__dirname, "..", "..", "examples", name, "index.ts");
    const values = Object.entries(example.config(scene)).map(([key, value]) => [
        `${PROJECT}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return () => {
        const before = runtime.allConfig();
        runtime.setAllConfig(Object.fromEntries(values) as { [key: string]: string });
        try {
            // A module runs once; a program runs for each preview and update.
            Reflect.deleteProperty(load.cache, file);
            return load(file) as object;
        } finally {
            runtime.setAllConfig(before);
        }
    };
}
