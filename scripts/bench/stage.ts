import * as fs from "node:fs";
import * as path from "node:path";

import { type EngineHome, engineHome } from "../../simulated-aws/index";
import { createNetwork } from "../../tests/support/network";
import { REGION } from "../demo/world";
import { copyProject } from "../engine/copyProject";
import { type Command, timeToEnd } from "./timed";

const STACK = "bench";
const PLAIN = ["--stack", STACK, "--non-interactive", "--color", "never"];

/** A program in a simulated AWS of its own, ready to be run by the CLI. */
export class Stage {
    private constructor(
        private readonly cli: string,
        public readonly home: EngineHome,
        private readonly folder: string,
    ) {}

    /** Copies a program of `programs/` and makes its stack. It gets a network, and further config. */
    public static async create(
        cli: string,
        program: string,
        config: { [key: string]: string } = {},
    ): Promise<Stage> {
        const { world, vpcId, subnetIds } = await createNetwork({
            region: REGION,
            zones: ["a", "b", "c"],
        });
        const home = await engineHome({ world, region: REGION });
        const folder = copyProject(path.join(__dirname, "programs", program), home.folder);
        const stage = new Stage(cli, home, folder);
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
        const PATH = process.env.PATH ?? "";
        // The CLI's language hosts are beside it.
        const beside = path.isAbsolute(this.cli)
            ? `${path.dirname(this.cli)}${path.delimiter}`
            : "";
        const env = { ...this.home.env, PATH: `${beside}${PATH}`, TMPDIR };
        return { file: this.cli, args, cwd: this.folder, env };
    }
}

/** Stages by need: each is made when it is first asked for. */
export class Stages {
    /** The Pulumi CLI, to be set before the first stage. */
    public cli = "";
    private readonly made = new Map<string, Promise<Stage>>();

    public of(program: string, config: { [key: string]: string } = {}): Promise<Stage> {
        const key = JSON.stringify([program, config]);
        const known = this.made.get(key);
        if (known !== undefined) {
            return known;
        }
        const stage = Stage.create(this.cli, program, config);
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
    }
}
