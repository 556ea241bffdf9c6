import type { Output } from "@pulumi/pulumi";

import { whenKnown } from "../../sdk/checks/sdkInternals";
import type { World } from "../../simulated-aws/index";
import type { Client } from "./clients";
import { judge, type Verdict } from "./judge";
import {
    addNetwork,
    clientsIn,
    clientsOnPremises,
    type Network,
    ON_PREMISES,
    REGION,
    worldOf,
} from "./network";
import type { Forgets } from "./registrar";
import { type Plan, previewStack, type Program, runStack, type Stack } from "./runStack";
import { isEnd, type Place, type Step } from "./step";

/** Accounts of a hub and of a spoke. */
export const ACCOUNTS = { hub: "111122223333", spoke: "222233334444" };

/** The account of each stack; `other` is a second stack beside the hub's. */
const STACKS = { hub: ACCOUNTS.hub, other: ACCOUNTS.hub, spoke: ACCOUNTS.spoke };

export type StackName = keyof typeof STACKS;

/** Where the programs of a change find what they need, on whichever engine they run. */
export interface Ground {
    networks: { [name in "hub" | "own" | "spoke"]: Network };
    /** Deploys a program, or destroys what there is; either has to succeed. */
    up(name: StackName, program: Program | undefined): Promise<void>;
    /** What the program of a stack returned. */
    returned(name: StackName): object | undefined;
}

/** An update of a stack. */
export interface Update {
    stack: StackName;
    /** The program afterwards; undefined for a destroy. */
    program(scene: Ground): Program | undefined | Promise<Program | undefined>;
}

/** What became of a change. */
export interface Outcome {
    verdict: Verdict;
    /** What the preview said. */
    messages: string[];
    /** Why the preview fails; then nothing is changed. */
    refusedInPreview: string[];
    /** Why the update fails. */
    refusedInUpdate: string[];
}

/** Networks, the stacks that are deployed in them, and the clients that ask for names. */
export class Scene implements Ground {
    private readonly stacks: { [name in StackName]: Stack };
    private readonly made: { [name in StackName]?: object } = {};

    private constructor(
        private place: Place,
        public readonly networks: Ground["networks"],
        public readonly clients: Client[],
        private readonly forgets: Forgets | undefined,
    ) {
        const stackOf = (name: StackName): Stack => ({
            name,
            account: STACKS[name],
            region: REGION,
            state: new Map(),
            references: {},
        });
        this.stacks = { hub: stackOf("hub"), other: stackOf("other"), spoke: stackOf("spoke") };
    }

    /**
     * A hub's VPC, another one of its account, and one of another account, all of which reach each other. What `forgets`
     * says is left out of what calls wait for, to see what is lost then.
     */
    public static async create(forgets?: Forgets): Promise<Scene> {
        const world = worldOf(Object.values(ACCOUNTS));
        const hub = await addNetwork(world, ACCOUNTS.hub, "10.0");
        const own = await addNetwork(world, ACCOUNTS.hub, "10.20");
        const spoke = await addNetwork(world, ACCOUNTS.spoke, "10.30");
        const onPremises = Object.values(ON_PREMISES);
        world.routes = [{ vpcIds: [hub.vpcId, own.vpcId, spoke.vpcId], onPremises }];
        const clients = [
            ...clientsIn("hub", hub),
            ...clientsIn("own", own),
            ...clientsIn("spoke", spoke),
        ];
        return new Scene({ world, pending: new Set() }, { hub, own, spoke }, clients, forgets);
    }

    /** The world as it is now. */
    public get world(): World {
        return this.place.world;
    }

    public async up(name: StackName, program: Program | undefined): Promise<void> {
        const plan = await this.plan(name, program);
        if (plan.refused.length > 0) {
            throw new Error(`${name}: ${plan.refused.join("; ")}`);
        }
        await this.take(name, plan);
    }

    public returned(name: StackName): object | undefined {
        return this.made[name];
    }

    /** The calls of a change; the scene stays as it was. */
    public plan(name: StackName, program: Program | undefined): Promise<Plan> {
        return runStack(this.place, this.stacks[name], program, this.forgets);
    }

    /**
     * Previews and makes updates one after the other, and judges them as one change: what is reached before the first and after
     * the last counts. One that its preview refuses is not made.
     */
    public async judge(...updates: Update[]): Promise<Outcome> {
        const before = this.place;
        const clients = [
            ...this.clients,
            ...clientsOnPremises(before.world, this.networks.hub.vpcId),
        ];
        const steps: Step[] = [];
        const said: Omit<Outcome, "verdict"> = {
            messages: [],
            refusedInPreview: [],
            refusedInUpdate: [],
        };
        for (const update of updates) {
            const { stack } = update;
            const program = await update.program(this);
            const { messages, refused } = await this.preview(stack, program);
            said.messages.push(...messages, ...refused);
            said.refusedInPreview.push(...refused);
            if (refused.length === 0) {
                const plan = await this.plan(stack, program);
                said.refusedInUpdate.push(...plan.refused);
                const made = steps.map((_, index) => index);
                steps.push(...plan.steps.map((step) => after(step, made)));
                await this.take(stack, plan);
            }
        }
        const verdict =
            steps.length === 0
                ? { worlds: 0, names: 0, gaps: [], refused: [] }
                : await judge({ before, after: this.place, steps }, clients, REGION);
        return {
            ...said,
            verdict,
            refusedInUpdate: [...said.refusedInUpdate, ...verdict.refused],
        };
    }

    private preview(
        name: StackName,
        program: Program | undefined,
    ): Promise<Pick<Plan, "messages" | "refused">> {
        return program === undefined
            ? Promise.resolve({ messages: [], refused: [] })
            : previewStack(this.place, this.stacks[name], program);
    }

    /** Takes the end of an update for what is there now. */
    private async take(name: StackName, plan: Plan): Promise<void> {
        this.place = plan.place;
        this.stacks[name].state = plan.state;
        this.made[name] = plan.made;
        const { connection } = (plan.made ?? {}) as { connection?: Output<object> };
        const outputs = { connection: await whenKnown(connection) };
        for (const other of Object.values(this.stacks)) {
            other.references[name] = outputs;
        }
    }
}

/** A step of a later update, which waits for all of the earlier ones. */
function after({ waits, ...step }: Step, earlier: number[]): Step {
    const own = waits.map((each) => each + earlier.length);
    // What is created becomes available whatever else is done.
    return { ...step, waits: isEnd(step) ? own : [...earlier, ...own] };
}
