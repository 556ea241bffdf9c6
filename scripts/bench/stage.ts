import * as fs from "node:fs";
import * as path from "node:path";

import { type EngineHome, engineHome } from "../../simulated-aws/index";
import { createNetwork } from "../../tests/support/network";
import { REGION } from "../demo/world";
import { copyProject } from "../engine/copyProject";
import { Hour } from "../first-hour/hour";
import { type Command, timeToEnd } from "./timed";

const STACK = "bench";
const PLAIN = ["--stack", STACK, "--non-interactive", "--color", "never"];

/** What a program needs beside its folder: done before its stack is made; gives folders for the beginning of PATH. */
export type Prepare = (home: EngineHome, cli: string) => Promise<string[]>;

/** A program in a simulated AWS of its own, ready to be run by the CLI. */
export class Stage {
    private constructor(
        private readonly cli: string,
        public readonly home: EngineHome,
        private readonly folder: string,
        private readonly path: string[],
    ) {}

    /** Copies a program of `programs/` and makes its stack. It gets a network, and further config. */
    public static async create(
        cli: string,
        program: string,
        config: { [key: string]: string } = {},
        prepare?: Prepare,
    ): Promise<Stage> {
        const { world, vpcId, subnetIds } = await createNetwork({
            region: REGION,
            zones: ["a", "b", "c"],
        });
        const home = await engineHome({ world, region: REGION });
        const folder = copyProject(path.join(__dirname, "programs", program), home.folder);
        const stage = new Stage(cli, home, folder, (await prepare?.(home, cli)) ?? []);
        await timeToEnd(stage.command(["stack", "init", STACK, "--non-interactive"]));
        const values = {
            "aws:region": REGION,
            vpcId,
            subnetIds: JSON.stringify(subnetIds),
            ...config,
        };
        for (const [key, value] of Object.entries(values)) {
            const args = ["config", "set", "--stack", STACK, "--non-interactive", key, value];
            await timeToEnd(stage.command(args));
        }
        return stage;
    }

    /** Milliseconds of `pulumi preview`. */
    public preview(policyPack?: string): Promise<number> {
        const pack = policyPack === undefined ? [] : ["--policy-pack", policyPack];
        return timeToEnd(this.command(["preview", ...PLAIN, ...pack]));
    }

    /** Milliseconds of `pulumi up` in an empty stack, which it is again afterwards. */
    public async up(): Promise<number> {
        const elapsed = await timeToEnd(this.command(["up", ...PLAIN, "--yes"]));
        await timeToEnd(this.command(["destroy", ...PLAIN, "--yes"]));
        return elapsed;
    }

    public remove(): void {
        this.home.remove();
    }

    private command(args: string[]): Command {
        const TMPDIR = path.join(this.home.folder, "tmp");
        fs.mkdirSync(TMPDIR, { recursive: true });
        // The CLI's language hosts are beside it.
        const beside = path.isAbsolute(this.cli) ? [path.dirname(this.cli)] : [];
        const PATH = [...this.path, ...beside, process.env.PATH ?? ""].join(path.delimiter);
        const env = { ...this.home.env, PATH, TMPDIR };
        return { file: this.cli, args, cwd: this.folder, env };
    }
}

/** Stages by need: each is made when it is first asked for. */
export class Stages {
    /** The Pulumi CLI, to be set before the first stage. */
    public cli = "";
    private readonly made = new Map<string, Promise<Stage>>();
    private readonly shared = new Map<string, Promise<unknown>>();
    private place?: Hour;

    /** What several benchmarks use, made when the first one asks for it, outside the repository. */
    public once<T>(name: string, make: (place: Hour) => Promise<T>): Promise<T> {
        const known = this.shared.get(name);
        if (known !== undefined) {
            return known as Promise<T>;
        }
        this.place ??= new Hour(undefined);
        const made = make(this.place);
        this.shared.set(name, made);
        return made;
    }

    public of(
        program: string,
        config: { [key: string]: string } = {},
        prepare?: Prepare,
    ): Promise<Stage> {
        const key = JSON.stringify([program, config]);
        const known = this.made.get(key);
        if (known !== undefined) {
            return known;
        }
        const stage = Stage.create(this.cli, program, config, prepare);
        this.made.set(key, stage);
        return stage;
    }

    /** Removes those that could be made. */
    public async remove(): Promise<void> {
        for (const made of await Promise.allSettled(this.made.values())) {
            if (made.status === "fulfilled") {
                made.value.remove();
            }
        }
        this.place?.remove();
    }
}
