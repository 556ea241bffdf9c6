import * as path from "node:path";

import { type EngineHome, fileStore, fromWire, Provider } from "../../../simulated-aws/index";
import { startPack } from "../../engine/startPack";
import { ROOT } from "../options";
import {
    distinct,
    type Finding,
    isOfProgram,
    type Outcome,
    type Project,
    type Runner,
} from "../runner";
import type { CreatedResource, Outputs } from "./messages";
import { runProcess } from "./runProcess";

const PACK = path.join(ROOT, "policy-pack");

/** Carries out programs without the engine: each under mocks in a process of its own, beside the real policy pack. */
export class InProcessRunner implements Runner {
    private readonly created = new Map<string, CreatedResource[]>();
    private readonly stacks: { [name: string]: Outputs } = {};

    public constructor(
        private readonly home: EngineHome,
        private readonly region: string,
        private readonly signal: AbortSignal,
    ) {}

    public async up(project: Project): Promise<Outcome> {
        return this.run(project, false);
    }

    public async preview(project: Project): Promise<Outcome> {
        return this.run(project, true);
    }

    public async destroy({ account, stack }: Project): Promise<void> {
        const config = { account, region: this.region, defaultTags: {} };
        const provider = new Provider(fileStore(this.home.worldPath), config);
        // What was created last may depend on what was created before.
        for (const { type, id, state } of (this.created.get(stack) ?? []).reverse()) {
            await provider.delete(type, id, fromWire(state).value);
        }
        this.created.delete(stack);
    }

    private async run(project: Project, preview: boolean): Promise<Outcome> {
        const { home, region, signal, stacks } = this;
        const pack = await startPack(PACK, { signal });
        const place = { region, worldPath: home.worldPath, packPort: pack.port };
        const request = { ...project, ...place, stacks, preview };
        const findings: Finding[] = [];
        const resources: string[] = [];
        const created: CreatedResource[] = [];
        const end = await runProcess(request, signal, (report) => {
            if (report.kind === "finding") {
                findings.push(report.finding);
            } else if (report.kind === "registered") {
                created.push(...(report.created === undefined ? [] : [report.created]));
                resources.push(...(isOfProgram(report.type) ? [report.type] : []));
            }
        }).finally(() => pack.process.kill());
        if (!preview) {
            this.created.set(project.stack, created);
        }
        const verdict = { policies: pack.policies, findings: distinct(findings) };
        if (end.kind === "failed") {
            return { outputs: {}, resources, verdict, errors: [end.message] };
        }
        this.stacks[end.stackName] = end.outputs;
        return { outputs: end.outputs, resources, verdict, errors: [] };
    }
}
