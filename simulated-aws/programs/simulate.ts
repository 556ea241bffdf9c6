import type { PulumiCommand } from "@pulumi/pulumi/automation";

import { mocks } from "../doors/mocks";
import { type EngineHome, engineHome } from "../engineHome";
import { Client, type ClientOptions } from "../questions/client";
import { Nodes } from "../questions/nodeGroup";
import { UserError } from "../questions/userErrors";
import { createWorld, DEFAULT_ACCOUNT, type WorldOptions } from "../world/createWorld";
import { get } from "../world/objectsOf";
import { loadWorld } from "../world/store";
import type { World } from "../world/types";
import { passedLine } from "./passedLine";
import type { Program, ProgramConfig, Values } from "./program";
import { runOnEngine } from "./runOnEngine";
import { type Run, runProgram } from "./runProgram";

/** What the simulated AWS of a test starts with. */
export interface SimulateOptions extends WorldOptions {
    /** Region of programs that name none. Defaults to `eu-west-1`. */
    region?: string;
    /** Account of programs that name none. Defaults to `111122223333`. */
    account?: string;
    /**
     * Runs programs by the real engine: true for the CLI on the PATH, or the one to take. To be closed afterwards. Defaults
     * to false: in this process.
     */
    engine?: boolean | PulumiCommand;
}

/** How one program is run. */
export interface RunOptions {
    /** Account of its default provider. Defaults to the account of the simulation. */
    account?: string;
    /** Region of its default provider. Defaults to the region of the simulation. */
    region?: string;
    /** Config of the stack. Defaults to none. */
    config?: ProgramConfig;
    /** Runs a preview: nothing is created, and what AWS has yet to settle is unknown. Defaults to false. */
    preview?: boolean;
}

/** A VPC of which clients ask. */
export interface Vpc {
    /** A client in it. Defaults to one in the first subnet, in no security group. */
    client(options?: ClientOptions): Client;
}

/** A simulated AWS, in which programs run and questions are asked. */
export class Simulation {
    private readonly memory: World;
    private home: EngineHome | undefined;
    private readonly stacks: { [name: string]: { outputs: Values } } = {};
    private readonly passed = new Map<string, number>();

    /** @internal */
    public constructor(private readonly options: SimulateOptions) {
        this.memory = createWorld(options);
    }

    /**
     * What exists now.
     * @internal
     */
    public get world(): World {
        return this.home === undefined ? this.memory : loadWorld(this.home.worldPath);
    }

    /** Types and functions that are not modelled and passed through, with how often programs used them. */
    public get unmodelled(): { [token: string]: number } {
        return Object.fromEntries(this.passed);
    }

    /**
     * Runs a program and gives its outputs. Other programs refer to the stack by its name, which is
     * `<organisation>/<project>/<stack>`, or as much of its end as is given.
     */
    public async run(name: string, program: Program, options: RunOptions = {}): Promise<Values> {
        const [stack = "dev", project = stack, organization = "organization"] = name
            .split("/")
            .reverse();
        const before = new Set(this.passed.keys());
        const named = { program, project, stack, organization };
        const outputs = await (this.options.engine
            ? this.runOnEngine(named, options)
            : this.runHere(named, options));
        this.stacks[name] = { outputs };
        this.stacks[`${organization}/${project}/${stack}`] = { outputs };
        const fresh = [...this.passed.keys()].filter((token) => !before.has(token));
        if (fresh.length > 0) {
            process.stderr.write(`${passedLine(fresh)}\n`);
        }
        return outputs;
    }

    /** A VPC of which clients ask. Takes an ID, as programs give it among their outputs. */
    public vpc(id: unknown): Vpc {
        const { world } = this;
        if (typeof id !== "string" || get(world, "vpcs", id) === undefined) {
            const there = Object.keys(world.objects.vpcs).join(", ") || "none";
            throw new UserError(`there is no VPC ${String(id)} in this world; there are: ${there}`);
        }
        return { client: (options) => new Client(world, id, options) };
    }

    /** Nodes of a managed node group. Takes the ID of the resource, or its ARN. */
    public nodeGroup(id: unknown): Nodes {
        return new Nodes(this.world, String(id));
    }

    /** Removes what a run on the engine needs. */
    public close(): void {
        this.home?.remove();
        this.home = undefined;
    }

    private runHere(named: Named, { preview = false, ...options }: RunOptions): Promise<Values> {
        const place = this.placeOf(options);
        return runProgram({
            ...named,
            config: configOf(options, place),
            preview,
            mocks: mocks(this.memory, {
                ...place,
                preview,
                stacks: this.stacks,
                onUnmodelled: this.note,
            }),
        });
    }

    private async runOnEngine(named: Named, options: RunOptions): Promise<Values> {
        const { engine } = this.options;
        const place = this.placeOf(options);
        this.home ??= await engineHome({ world: this.memory });
        const { outputs, unmodelled } = await runOnEngine({
            ...named,
            ...place,
            config: configOf(options, place),
            preview: options.preview ?? false,
            home: this.home,
            cli: typeof engine === "object" ? engine : undefined,
        });
        unmodelled.forEach(this.note);
        return outputs;
    }

    private placeOf({ account, region }: RunOptions): { account: string; region: string } {
        return {
            account: account ?? this.options.account ?? DEFAULT_ACCOUNT,
            region: region ?? this.options.region ?? "eu-west-1",
        };
    }

    private readonly note = (token: string): void => {
        this.passed.set(token, (this.passed.get(token) ?? 0) + 1);
    };
}

type Named = Pick<Run, "program" | "project" | "stack" | "organization">;

/** Where the default provider works is config of the stack too, which programs read. */
function configOf({ config }: RunOptions, { region }: { region: string }): ProgramConfig {
    return { "aws:region": region, ...config };
}

/** A fresh simulated AWS for a test. */
export function simulate(options: SimulateOptions = {}): Simulation {
    return new Simulation(options);
}
