import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { Resource } from "@pulumi/pulumi";
import {
    type ConfigMap,
    LocalWorkspace,
    type PulumiCommand,
    type PulumiFn,
} from "@pulumi/pulumi/automation";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { after, before } from "mocha";

import { copyProject } from "../../scripts/engine/copyProject";
import {
    DEFAULT_ACCOUNT,
    type EngineHome,
    engineHome,
    type EngineHomeOptions,
    fileStore,
    loadWorld,
    Provider,
    saveWorld,
    type World,
} from "../../simulated-aws/index";
import { findInstalledCli } from "../support/installedCli";
import { type RunOptions, TestStack } from "./testStack";

/** The region of the engine tests where none is named. */
export const REGION = "eu-west-1";

/** Properties of an object that is made without a program. */
export type Inputs = Parameters<Provider["create"]>[1];

/** Folder of the policy pack. */
export const PACK = path.join(__dirname, "..", "..", "node_modules", "eks-privatelink-policies");

const PROJECT = "engine-tests";

// The SDK leaves the connections of inline programs open. Where the system gives the port of one a second time, gRPC shares
// its failed connection with the new program, which then reaches no engine; the Automation API takes that for a program
// without resources (SDK 3.259, `automation/server`), and the update deletes everything. Nothing is shared this way.
Object.assign((settings as unknown as { grpcClientOptions: object }).grpcClientOptions, {
    "grpc.use_local_subchannel_pool": 1,
});

/** Where the default provider of a stack works. */
export interface StackOptions {
    /** Account in which it assumes a role. Defaults to the world's default account. */
    account?: string;
    /** Defaults to the region of the engine. */
    region?: string;
}

/** Name under which the program of one stack refers to another one of the same engine. */
export function stackNamed(stackName: string): string {
    return `organization/${PROJECT}/${stackName}`;
}

/** Configuration of an aws provider that works in an account. */
export function rolesIn(account: string): { roleArn: string }[] {
    return [{ roleArn: `arn:aws:iam::${account}:role/deployer` }];
}

/** A real engine on a simulated world of its own. */
export class Engine {
    public constructor(
        public readonly cli: PulumiCommand,
        public readonly home: EngineHome,
    ) {}

    /** The world as it is now. */
    public get world(): World {
        return loadWorld(this.home.worldPath);
    }

    /** Changes the world behind the engine's back. */
    public change(act: (world: World) => void): void {
        const { world } = this;
        act(world);
        saveWorld(this.home.worldPath, world);
    }

    /** Creates an object of the world that belongs to no stack. */
    public async make(
        type: string,
        inputs: Inputs,
        account = DEFAULT_ACCOUNT,
        region = REGION,
    ): Promise<{ id: string; arn: string }> {
        const { id, outputs } = await this.provider(account, region).create(type, inputs, false);
        return { id, arn: outputs.arn as string };
    }

    /** Takes an object out of the world behind the engine's back. */
    public async remove(type: string, id: string): Promise<void> {
        await this.provider(DEFAULT_ACCOUNT, REGION).delete(type, id, {});
    }

    private provider(account: string, region: string): Provider {
        return new Provider(fileStore(this.home.worldPath), { account, region, defaultTags: {} });
    }

    /** A stack whose program is a function, which runs in the process of the test and returns outputs or a resource. */
    public async stack(
        stackName: string,
        program: () => unknown,
        { account, region }: StackOptions = {},
    ): Promise<TestStack> {
        const run: PulumiFn = () =>
            new Promise((resolve) => {
                const result = program();
                resolve(Resource.isInstance(result) ? {} : ((result as object | undefined) ?? {}));
            });
        const stack = await LocalWorkspace.createOrSelectStack(
            { stackName, projectName: PROJECT, program: run },
            {
                // Goes away with the engine; by itself the Automation API leaves its folders.
                workDir: mkdtempSync(path.join(this.home.folder, "program-")),
                envVars: this.home.env,
                pulumiCommand: this.cli,
                stackSettings: {
                    [stackName]: {
                        config: {
                            ...(account === undefined
                                ? {}
                                : { "aws:assumeRoles": rolesIn(account) }),
                            ...(region === undefined ? {} : { "aws:region": region }),
                        },
                    },
                },
            },
        );
        return new TestStack(stack);
    }

    /** The state of a stack with a function as its program, as the backend keeps it: secrets are encrypted. */
    public stateOf({ stack }: TestStack): string {
        const backend = (this.home.env.PULUMI_BACKEND_URL ?? "").replace("file://", "");
        return readFileSync(
            path.join(backend, ".pulumi", "stacks", PROJECT, `${stack.name}.json`),
            "utf8",
        );
    }

    /** Options of a run under the policy pack, with a configuration of the pack. */
    public pack(config: object = {}): RunOptions {
        const folder = mkdtempSync(path.join(this.home.folder, "pack-"));
        const file = path.join(folder, "config.json");
        writeFileSync(file, JSON.stringify(config));
        return { policyPacks: [PACK], policyPackConfigs: [file] };
    }

    /** Runs a command of the CLI in a folder, which has to succeed; gives what it printed. */
    public pulumi(cwd: string, args: string[], env: { [name: string]: string } = {}): string {
        return execFileSync(this.cli.command, args, {
            cwd,
            env: { ...process.env, ...this.home.env, ...env },
            encoding: "utf-8",
            stdio: "pipe",
        });
    }

    /** A stack of a whole project, which the engine runs as a user's; it runs a copy. */
    public project(folder: string, config: { [key: string]: string } = {}): Promise<TestStack> {
        return this.open(copyProject(folder, this.home.folder), config);
    }

    /** A stack of the project in a folder, where the CLI also writes the stack's settings. */
    public async open(workDir: string, config: { [key: string]: string } = {}): Promise<TestStack> {
        const stack = await LocalWorkspace.createOrSelectStack(
            { stackName: PROJECT, workDir },
            {
                envVars: { ...this.home.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
                pulumiCommand: this.cli,
            },
        );
        const values = Object.entries(config).map(([key, value]) => [key, { value }]);
        await stack.setAllConfig(Object.fromEntries(values) as ConfigMap, true);
        return new TestStack(stack);
    }
}

/** Gives a suite an engine of its own, made before its tests; where no CLI can be had the whole suite is skipped. */
export function useEngine(options?: EngineHomeOptions): () => Engine {
    let engine: Engine | undefined;
    before(async function () {
        this.timeout(120_000);
        const cli = await findInstalledCli();
        if (cli === undefined) {
            this.skip();
        }
        engine = new Engine(cli, await engineHome(options));
    });
    after(() => {
        engine?.home.remove();
    });
    return () => {
        if (engine === undefined) {
            throw new Error("the engine is there only while the tests of its suite run");
        }
        return engine;
    };
}

/** A list as the CLI keeps it in the configuration of a stack. */
export function listed(name: string, items: string[]): { [key: string]: string } {
    return Object.fromEntries(items.map((item, i) => [`${name}[${i}]`, item]));
}

/** IDs of everything that exists, to compare the world before and after. */
export function idsIn(world: World): string[] {
    return Object.values(world.objects)
        .flatMap((table) => Object.keys(table))
        .sort();
}
