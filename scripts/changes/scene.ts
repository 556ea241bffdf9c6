import type { World } from "../../simulated-aws/index";
import type { Client } from "./clients";
import { judge, type Verdict } from "./judge";
import { addNetwork, clientsIn, type Network, REGION, worldOf } from "./network";
import type { Forgets } from "./registrar";
import { type Plan, previewStack, type Program, runStack, type Stack } from "./runStack";
import type { Place } from "./step";

/** Accounts of a hub and of a spoke. */
export const ACCOUNTS = { hub: "111122223333", spoke: "222233334444" };

export type StackName = keyof typeof ACCOUNTS;

/** Where the programs of a change find what they need, on whichever engine they run. */
export interface Ground {
    networks: { [name in "hub" | "own" | "spoke"]: Network };
    /** Deploys a program, or destroys what there is; either has to succeed. */
    up(name: StackName, program: Program | undefined): Promise<void>;
    /** What the program of a stack returned. */
    returned(name: StackName): object | undefined;
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
        private readonly clients: Client[],
        private readonly forgets: Forgets | undefined,
    ) {
        const stackOf = (name: StackName): Stack => ({
            name,
            account: ACCOUNTS[name],
            region: REGION,
            state: new Map(),
        });
        this.stacks = { hub: stackOf("hub"), spoke: stackOf("spoke") };
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
        world.routes = [{ vpcIds: [hub.vpcId, own.vpcId, spoke.vpcId] }];
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
        this.place = plan.place;
        this.stacks[name].state = plan.state;
        this.made[name] = plan.made;
    }

    public returned(name: StackName): object | undefined {
        return this.made[name];
    }

    /** The calls of a change; the scene stays as it was. */
    public plan(name: StackName, program: Program | undefined): Promise<Plan> {
        return runStack(this.place, this.stacks[name], program, this.forgets);
    }

    /** Previews a change and judges it; the scene stays as it was. */
    public async judge(name: StackName, program: Program | undefined): Promise<Outcome> {
        const stack = this.stacks[name];
        const preview =
            program === undefined
                ? { messages: [], refused: [] }
                : await previewStack(this.place, stack, program);
        const outcome = { messages: preview.messages, refusedInPreview: preview.refused };
        if (preview.refused.length > 0) {
            const verdict = { worlds: 0, names: 0, gaps: [], refused: [] };
            return { verdict, ...outcome, refusedInUpdate: [] };
        }
        const plan = await this.plan(name, program);
        const change = { before: this.place, after: plan.place, steps: plan.steps };
        const verdict = await judge(change, this.clients, REGION);
        return { verdict, ...outcome, refusedInUpdate: [...plan.refused, ...verdict.refused] };
    }
}
