import { mocks } from "../doors/mocks";
import { Client, type ClientOptions } from "../questions/client";
import { UserError } from "../questions/userErrors";
import { createWorld, DEFAULT_ACCOUNT, type WorldOptions } from "../world/createWorld";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";
import { passedLine } from "./passedLine";
import type { Program, ProgramConfig, Values } from "./program";
import { runProgram } from "./runProgram";

/** What the simulated AWS of a test starts with. */
export interface SimulateOptions extends WorldOptions {
    /** Region of programs that name none. Defaults to `eu-west-1`. */
    region?: string;
    /** Account of programs that name none. Defaults to `111122223333`. */
    account?: string;
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

/** A simulated AWS, in which programs run and questions are asked. */
export class Simulation {
    public readonly world: World;
    private readonly stacks: { [name: string]: { outputs: Values } } = {};
    private readonly passed = new Map<string, number>();

    public constructor(private readonly options: SimulateOptions) {
        this.world = createWorld(options);
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
        const { account = this.options.account, region = this.options.region } = options;
        const before = new Set(this.passed.keys());
        const outputs = await runProgram({
            program,
            organization,
            project,
            stack,
            config: options.config ?? {},
            preview: options.preview ?? false,
            mocks: mocks(this.world, {
                account: account ?? DEFAULT_ACCOUNT,
                region,
                preview: options.preview,
                stacks: this.stacks,
                onUnmodelled: (token) => this.passed.set(token, (this.passed.get(token) ?? 0) + 1),
            }),
        });
        this.stacks[name] = { outputs };
        this.stacks[`${organization}/${project}/${stack}`] = { outputs };
        this.tell([...this.passed.keys()].filter((token) => !before.has(token)));
        return outputs;
    }

    /** A VPC of which clients ask. Takes an ID, as programs give it among their outputs. */
    public vpc(id: unknown): { client(options?: ClientOptions): Client } {
        if (typeof id !== "string" || get(this.world, "vpcs", id) === undefined) {
            const there = Object.keys(this.world.objects.vpcs).join(", ") || "none";
            throw new UserError(`there is no VPC ${String(id)} in this world; there are: ${there}`);
        }
        return { client: (options) => new Client(this.world, id, options) };
    }

    private tell(tokens: string[]): void {
        if (tokens.length > 0) {
            process.stderr.write(`${passedLine(tokens)}\n`);
        }
    }
}

/** A fresh simulated AWS for a test. */
export function simulate(options: SimulateOptions = {}): Simulation {
    return new Simulation(options);
}
