import { createRequire } from "node:module";
import * as path from "node:path";

import { runtime } from "@pulumi/pulumi";

import {
    previewStack,
    type Program,
    runStack,
    type Stack,
} from "../../../scripts/changes/runStack";
import type { KnownResource } from "../../../scripts/changes/stackState";
import { copyPlace, type Place, type Step } from "../../../scripts/changes/step";
import { DEFAULT_ACCOUNT, memoryStore, Provider, type World } from "../../../simulated-aws/index";

type Inputs = Parameters<Provider["create"]>[1];

/** The region of all runs. */
export const REGION = "eu-central-1";

/** What a run was refused, and what it said on its way. */
export interface Said {
    refused: string[];
    messages: string[];
    /** Makes the calls of an update once more, from where it began, under other policies. */
    again?: (policies: string[]) => Promise<Said>;
}

/** Deploys one stack as whoever the world lets deploy in the account. */
export class Deployer {
    private stack: Stack;

    public constructor(
        private place: Place,
        account = DEFAULT_ACCOUNT,
        references: Stack["references"] = {},
    ) {
        this.stack = { name: "dev", account, region: REGION, state: new Map(), references };
    }

    /** The world as it is now. */
    public get world(): World {
        return this.place.world;
    }

    /** The same deployer in the same world, whose runs change nothing here. */
    public copy(): Deployer {
        const { account, references } = this.stack;
        const other = new Deployer(copyPlace(this.place), account, references);
        const state = [...this.stack.state].map(([urn, each]) => [urn, { ...each }] as const);
        other.stack = { ...this.stack, state: new Map(state) };
        return other;
    }

    /** What the world lets the deployer do from now on: nothing beside these policies. */
    public permit(policies: string[]): void {
        const { world } = this.place;
        const { account } = this.stack;
        const accounts = { ...world.accounts };
        accounts[account] = { ...accounts[account], deployerPolicies: policies };
        this.place = { ...this.place, world: { ...world, accounts } };
    }

    /** Loses what an update has made and could not tell the engine of. */
    public forget(name: string): void {
        for (const { urn } of this.children().filter((each) => each.name === name)) {
            this.stack.state.delete(urn);
        }
    }

    public async preview(program: Program): Promise<Said> {
        return previewStack(this.place, this.stack, program);
    }

    public async up(program: Program): Promise<Said & { returned: object | undefined }> {
        const from = this.copy();
        const { refused, messages, state, place, made, steps } = await runStack(
            this.place,
            this.stack,
            program,
        );
        if (refused.length === 0) {
            this.place = place;
            this.stack = { ...this.stack, state };
        }
        const again = (policies: string[]): Promise<Said> => {
            const other = from.copy();
            other.permit(policies);
            return other.makeAll(steps);
        };
        return { refused, messages, returned: made, again };
    }

    /** Reads everything, and takes over what is there now. */
    public refresh(): Said {
        for (const resource of this.children()) {
            const { type, id = "", outputs, inputs } = resource;
            try {
                const found = this.provider().read(type, id, outputs as Inputs, inputs as Inputs);
                const now = found && { outputs: found.state, inputs: found.inputs };
                // What an update was made of stays as it was, so that it can be made once more.
                this.stack.state.set(resource.urn, { ...resource, ...now });
            } catch (error) {
                return { refused: [messageOf(error)], messages: [] };
            }
        }
        return { refused: [], messages: [] };
    }

    public async destroy(): Promise<Said> {
        for (const { type, id = "", outputs } of this.children().reverse()) {
            try {
                await this.provider().delete(type, id, outputs as Inputs);
            } catch (error) {
                return { refused: [messageOf(error)], messages: [] };
            }
        }
        this.stack = { ...this.stack, state: new Map() };
        return { refused: [], messages: [] };
    }

    private async makeAll(steps: Step[]): Promise<Said> {
        for (const step of steps) {
            try {
                await step.act(this.place);
            } catch (error) {
                return { refused: [messageOf(error)], messages: [] };
            }
        }
        return { refused: [], messages: [] };
    }

    private children(): KnownResource[] {
        return [...this.stack.state.values()].filter(({ id }) => id !== undefined);
    }

    private provider(): Provider {
        const { account, region } = this.stack;
        return new Provider(memoryStore(this.world), { account, region, defaultTags: {} });
    }
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

const load = createRequire(__filename);

/** The program of an example, under a configuration; it is loaded anew for each run. */
export function example(name: string, config: { [key: string]: unknown }): Program {
    return () => {
        const values = Object.entries(config).map(([key, value]) => [
            `project:${key}`,
            typeof value === "string" ? value : JSON.stringify(value),
        ]);
        runtime.setAllConfig(Object.fromEntries(values) as { [key: string]: string });
        const file = path.join(__dirname, "..", "..", "..", "examples", name, "index.ts");
        Reflect.deleteProperty(load.cache, file);
        try {
            return load(file) as object;
        } finally {
            // The configuration is that of the whole process.
            runtime.setAllConfig({});
        }
    };
}
