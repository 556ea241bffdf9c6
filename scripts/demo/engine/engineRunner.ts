import * as fs from "node:fs";
import * as path from "node:path";

import {
    type EngineEvent,
    LocalWorkspace,
    type OutputMap,
    type PulumiCommand,
    Stack,
} from "@pulumi/pulumi/automation";

import type { EngineHome } from "../../../simulated-aws/index";
import { copyProject } from "../../engine/copyProject";
import {
    begunIn,
    endedIn,
    findingsIn,
    messagesIn,
    type PackFinding,
    policiesIn,
} from "../../engine/events";
import { Failure, messageOf } from "../../failure";
import { ROOT } from "../options";
import {
    distinct,
    type Finding,
    isOfProgram,
    type Outcome,
    type Project,
    type Runner,
} from "../runner";

/** Carries out programs with the real engine, on the simulated AWS of a home. */
export class EngineRunner implements Runner {
    private readonly stacks = new Map<string, Promise<Stack>>();

    public constructor(
        private readonly command: PulumiCommand,
        private readonly home: EngineHome,
        private readonly signal: AbortSignal,
    ) {}

    public up(project: Project): Promise<Outcome> {
        return this.judged("up", project, async (stack, options) =>
            plainOutputs((await stack.up(options)).outputs),
        );
    }

    public preview(project: Project): Promise<Outcome> {
        return this.judged("preview", project, async (stack, options) => {
            await stack.preview(options);
            return {};
        });
    }

    public async destroy(project: Project): Promise<void> {
        const stack = await this.stackOf(project);
        const { signal } = this;
        await stack.destroy({ color: "never", signal }).catch((error: unknown) => {
            throw failure("destroy", project, error);
        });
    }

    private async judged(
        operation: string,
        project: Project,
        run: (stack: Stack, options: RunOptions) => Promise<Outcome["outputs"]>,
    ): Promise<Outcome> {
        const stack = await this.stackOf(project);
        const events: EngineEvent[] = [];
        const options: RunOptions = {
            color: "never",
            onEvent: (event) => events.push(event),
            policyPacks: [path.join(ROOT, "policy-pack")],
            signal: this.signal,
        };
        const end = (outputs: Outcome["outputs"]): Outcome => ({
            outputs,
            resources: createdIn(events),
            verdict: {
                policies: policiesIn(events),
                findings: distinct(findingsIn(events).map(asFinding)),
            },
            errors: messagesIn(events, "error"),
        });
        try {
            return end(await run(stack, options));
        } catch (error) {
            const outcome = end({});
            if (outcome.errors.length + outcome.verdict.findings.length === 0) {
                throw failure(operation, project, error);
            }
            return outcome;
        }
    }

    private stackOf(project: Project): Promise<Stack> {
        // The SDK does not look at a signal that was raised before it began.
        this.signal.throwIfAborted();
        const known = this.stacks.get(project.stack);
        if (known !== undefined) {
            return known;
        }
        const stack = this.createStack(project);
        this.stacks.set(project.stack, stack);
        return stack;
    }

    private async createStack(project: Project): Promise<Stack> {
        const { folder, stack, account, config } = project;
        const parent = path.join(this.home.folder, "projects", stack);
        fs.mkdirSync(parent, { recursive: true });
        const workspace = await LocalWorkspace.create({
            workDir: copyProject(folder, parent),
            envVars: this.home.env,
            pulumiCommand: this.command,
        });
        const assumeRoles = JSON.stringify([{ roleArn: `arn:aws:iam::${account}:role/deployer` }]);
        try {
            const created = await Stack.create(stack, workspace);
            const entries = Object.entries({ "aws:assumeRoles": assumeRoles, ...config });
            await created.setAllConfig(
                Object.fromEntries(entries.map(([key, value]) => [key, { value }])),
            );
            return created;
        } catch (error) {
            throw failure("stack init", project, error);
        }
    }
}

interface RunOptions {
    color: "never";
    onEvent: (event: EngineEvent) => void;
    policyPacks: string[];
    signal: AbortSignal;
}

/** Types of what was created. A preview tells of a resource once it is planned, an update once it is there. */
function createdIn(events: EngineEvent[]): string[] {
    const planned = begunIn(events.filter(({ resourcePreEvent: event }) => event?.planning));
    const done = endedIn(events.filter(({ resOutputsEvent: event }) => event?.planning !== true));
    return [...planned, ...done]
        .filter(({ op, type }) => op === "create" && isOfProgram(type))
        .map(({ type }) => type);
}

function asFinding({ level, ...finding }: PackFinding): Finding {
    return { ...finding, level: level === "mandatory" ? "mandatory" : "advisory" };
}

function plainOutputs(outputs: OutputMap): Outcome["outputs"] {
    return Object.fromEntries(
        Object.entries(outputs).map(([name, { value }]) => [name, value as unknown]),
    );
}

/** What ended a run without a word of the engine: the error lines of its process. */
function failure(operation: string, { stack }: Project, error: unknown): Failure {
    const text = messageOf(error);
    const lines = text.split("\n").filter((line) => line.startsWith("error: "));
    const said = [...new Set(lines)].join("\n");
    return new Failure(`pulumi ${operation} of stack ${stack} failed: ${said || text}`);
}
