import * as path from "node:path";
import type { EngineHome } from "../../../tests/simulated-aws";
import { DEFAULT_ACCOUNT, fileStore, fromWire, Provider } from "../../../tests/simulated-aws";
import { Failure } from "../failure";
import { resourceLine } from "../resourceLine";
import type { Finding, Outcome, Progress, Project, Runner } from "../runner";
import { isMandatory } from "../runner";
import type { CreatedResource } from "./messages";
import type { Pack } from "./pack";
import { startPack } from "./pack";
import { runProcess } from "./runProcess";

/** Carries out programs without the engine: each under mocks in a process of its own, beside the real policy pack. */
export class InProcessRunner implements Runner {
    private readonly created = new Map<string, CreatedResource[]>();
    private pack?: Promise<Pack>;

    public constructor(
        private readonly home: EngineHome,
        private readonly region: string,
        private readonly signal: AbortSignal,
    ) {}

    public async up(project: Project, progress: Progress): Promise<Outcome> {
        return this.run(project, false, progress);
    }

    public async preview(project: Project, progress: Progress): Promise<Outcome> {
        return this.run(project, true, progress);
    }

    public async destroy({ folder }: Project, progress: Progress): Promise<void> {
        const config = { account: DEFAULT_ACCOUNT, region: this.region, defaultTags: {} };
        const provider = new Provider(fileStore(this.home.worldPath), config);
        // What was created last may depend on what was created before.
        for (const { type, name, id, state } of (this.created.get(folder) ?? []).reverse()) {
            await provider.delete(type, id, fromWire(state).value);
            tell(progress, "-", type, name);
        }
        this.created.delete(folder);
    }

    public async close(): Promise<void> {
        // One that did not start has told why already.
        const [pack] = await Promise.allSettled([this.pack]);
        if (pack.status === "fulfilled") {
            pack.value?.process.kill();
        }
    }

    private async run(project: Project, preview: boolean, progress: Progress): Promise<Outcome> {
        this.pack ??= startPack(this.signal);
        const { port: packPort, policies } = await this.pack;
        const { home, region, signal } = this;
        const request = { ...project, region, preview, worldPath: home.worldPath, packPort };
        const findings: Finding[] = [];
        const created: CreatedResource[] = [];
        let resources = 0;
        const end = await runProcess(request, signal, (report) => {
            if (report.kind === "finding") {
                findings.push(report.finding);
            } else if (report.kind === "registered") {
                created.push(...(report.created === undefined ? [] : [report.created]));
                resources += tell(progress, "+", report.type, report.name) ? 1 : 0;
            }
        });
        this.created.set(project.folder, created);
        const stopped = findings.some(isMandatory);
        if (end.kind === "failed" && !stopped) {
            throw new Failure(`${path.basename(project.folder)} failed: ${end.message}`);
        }
        const outputs = end.kind === "done" ? end.outputs : {};
        return { outputs, resources, verdict: { policies, findings: distinct(findings) }, stopped };
    }
}

/** Both the resource and the stack may have been a reason to say the same. */
function distinct(findings: Finding[]): Finding[] {
    const byText = findings.map((finding) => [JSON.stringify(finding), finding] as const);
    return [...new Map(byText).values()];
}

/** Says whether there was anything to tell. */
function tell(progress: Progress, sign: string, type: string, name: string): boolean {
    const line = resourceLine(sign, type, name);
    if (line !== undefined) {
        progress(line);
    }
    return line !== undefined;
}
