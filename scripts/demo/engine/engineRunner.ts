import * as fs from "node:fs";
import * as path from "node:path";
import type { OutputMap, PulumiCommand } from "@pulumi/pulumi/automation";
import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import type { EngineHome } from "../../../tests/simulated-aws";
import { Failure, messageOf } from "../failure";
import { ROOT } from "../options";
import type { Outcome, Progress, Project, Runner } from "../runner";
import { isMandatory } from "../runner";
import { copyProject } from "./copyProject";
import { EventWatch } from "./watchEvents";

/** Carries out programs with the real engine, on the simulated AWS of a home. */
export class EngineRunner implements Runner {
    private readonly stacks = new Map<string, Promise<Stack>>();

    public constructor(
        private readonly command: PulumiCommand,
        private readonly home: EngineHome,
        private readonly signal: AbortSignal,
    ) {}

    public async up(project: Project, progress: Progress): Promise<Outcome> {
        return this.judged("up", project, progress, async (stack, options) =>
            plainOutputs((await stack.up(options)).outputs),
        );
    }

    public async preview(project: Project, progress: Progress): Promise<Outcome> {
        return this.judged("preview", project, progress, async (stack, options) => {
            await stack.preview(options);
            return {};
        });
    }

    public async destroy(project: Project, progress: Progress): Promise<void> {
        const stack = await this.stackOf(project);
        const watch = new EventWatch(progress);
        const { signal } = this;
        await stack
            .destroy({ color: "never", signal, onEvent: watch.see })
            .catch((error: unknown) => {
                throw failure("destroy", project, watch.errors, error);
            });
    }

    public close(): Promise<void> {
        return Promise.resolve();
    }

    private async judged(
        operation: string,
        project: Project,
        progress: Progress,
        run: (stack: Stack, options: RunOptions) => Promise<Outcome["outputs"]>,
    ): Promise<Outcome> {
        const stack = await this.stackOf(project);
        const watch = new EventWatch(progress);
        const options: RunOptions = {
            color: "never",
            onEvent: watch.see,
            policyPacks: [path.join(ROOT, "policy-pack")],
            signal: this.signal,
        };
        const end = (outputs: Outcome["outputs"], stopped: boolean): Outcome => {
            return { outputs, resources: watch.resources, verdict: watch.verdict(), stopped };
        };
        try {
            return end(await run(stack, options), false);
        } catch (error) {
            if (!watch.verdict().findings.some(isMandatory)) {
                throw failure(operation, project, watch.errors, error);
            }
            return end({}, true);
        }
    }

    private stackOf(project: Project): Promise<Stack> {
        // The SDK does not look at a signal that was raised before it began.
        this.signal.throwIfAborted();
        const known = this.stacks.get(project.folder);
        if (known !== undefined) {
            return known;
        }
        const stack = this.createStack(project);
        this.stacks.set(project.folder, stack);
        return stack;
    }

    private async createStack(project: Project): Promise<Stack> {
        const { folder, stack, config } = project;
        const projects = path.join(this.home.folder, "projects");
        fs.mkdirSync(projects, { recursive: true });
        const workspace = await LocalWorkspace.create({
            workDir: copyProject(folder, projects),
            envVars: this.home.env,
            pulumiCommand: this.command,
        });
        try {
            const created = await Stack.create(stack, workspace);
            const entries = Object.entries(config).map(([key, value]) => [key, { value }] as const);
            await created.setAllConfig(Object.fromEntries(entries));
            return created;
        } catch (error) {
            throw failure("stack init", project, [], error);
        }
    }
}

interface RunOptions {
    color: "never";
    onEvent: EventWatch["see"];
    policyPacks: string[];
    signal: AbortSignal;
}

function plainOutputs(outputs: OutputMap): Outcome["outputs"] {
    return Object.fromEntries(
        Object.entries(outputs).map(([name, { value }]) => [name, value as unknown]),
    );
}

/** What the engine complained of; without a complaint, the error lines of its process. */
function failure(
    operation: string,
    { folder }: Project,
    errors: string[],
    error: unknown,
): Failure {
    const text = messageOf(error);
    const lines = text.split("\n").filter((line) => line.startsWith("error: "));
    const said = [...new Set(errors.length > 0 ? errors : lines)].join("\n");
    return new Failure(`pulumi ${operation} of ${path.basename(folder)} failed: ${said || text}`);
}
