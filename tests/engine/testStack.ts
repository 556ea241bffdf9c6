import {
    CommandError,
    type EngineEvent,
    type Stack,
    type StepEventMetadata,
} from "@pulumi/pulumi/automation";

import { begunIn, endedIn, findingsIn, messagesIn } from "../../scripts/engine/events";
import type { Shown } from "../support/arguments/table";

/** What one run of the engine did and said. */
export interface Run {
    /** Steps that changed something, in the order in which they ended, for example `create eks-clients`. */
    steps: string[];
    /** The same one by one. */
    ended: { op: string; name: string; type: string }[];
    /** How many resources changed in which way; those that stayed the same are left out. */
    changes: { [op: string]: number };
    /** Names of everything that was registered. */
    registered: string[];
    /** Names of what the provider could not create, change or delete. */
    failed: string[];
    warnings: string[];
    /** Error messages, the program's own first; none in a run that succeeded. */
    errors: string[];
    /** Findings of policy packs. */
    violations: { policy: string; level: string; resource: string; message: string }[];
    /** Inputs of what was registered by name, and outputs of components. */
    shown: Shown;
    /** Outputs of the stack. */
    outputs: { [name: string]: unknown };
    /** What the CLI printed. */
    text: string;
}

/** Options that a run passes on. */
export interface RunOptions {
    /** Reads everything from AWS first. */
    refresh?: boolean;
    /** Prints every property of what changes. */
    diff?: boolean;
    /** Goes on with what does not depend on what has failed. */
    continueOnError?: boolean;
    policyPacks?: string[];
    policyPackConfigs?: string[];
}

/** What stops a run, as `policy resource`. */
export function mandatory({ violations }: Run): string[] {
    return violations
        .filter(({ level }) => level === "mandatory")
        .map(({ policy, resource }) => `${policy} ${resource}`)
        .sort();
}

type Collect = (event: EngineEvent) => void;

/** A stack whose runs never throw: what went wrong is part of the result. */
export class TestStack {
    public constructor(public readonly stack: Stack) {
        // After each run the Automation API asks the CLI for these, which takes as long as the run; the events tell all.
        stack.outputs = () => Promise.resolve({});
        stack.info = () => Promise.resolve(undefined);
    }

    public preview(options: RunOptions = {}): Promise<Run> {
        return record((onEvent) => this.stack.preview({ ...options, onEvent, color: "never" }));
    }

    public up(options: RunOptions = {}): Promise<Run> {
        return record((onEvent) => this.stack.up({ ...options, onEvent, color: "never" }));
    }

    /** An `up` that replaces a resource, whether something of it changed or not. */
    public async replace(name: string): Promise<Run> {
        const state = (await this.stack.exportStack()) as {
            deployment: { resources: { urn: string }[] };
        };
        const replace = state.deployment.resources
            .map(({ urn }) => urn)
            .filter((urn) => nameOf(urn) === name);
        return record((onEvent) => this.stack.up({ replace, onEvent, color: "never" }));
    }

    public refresh(): Promise<Run> {
        return record((onEvent) => this.stack.refresh({ onEvent, color: "never" }));
    }

    public destroy(): Promise<Run> {
        return record((onEvent) => this.stack.destroy({ onEvent, color: "never" }));
    }
}

/** Records a run. */
async function record(act: (onEvent: Collect) => Promise<{ stdout: string }>): Promise<Run> {
    const events: EngineEvent[] = [];
    try {
        const result = await act((event) => events.push(event));
        return runOf(events, result.stdout);
    } catch (error) {
        if (!(error instanceof CommandError)) {
            throw error;
        }
        const run = runOf(events, error.message);
        return { ...run, errors: run.errors.length > 0 ? run.errors : [error.message] };
    }
}

function runOf(events: EngineEvent[], text: string): Run {
    const ended = endedIn(events);
    const changes = ended.filter(
        ({ op, urn }) => !["same", "refresh", "read"].includes(op) && isOfProgram(urn),
    );
    return {
        steps: changes.map(({ op, urn }) => `${op} ${nameOf(urn)}`),
        ended: changes.map(({ op, urn, type }) => ({ op, name: nameOf(urn), type })),
        changes: Object.fromEntries(
            events
                .flatMap(({ summaryEvent }) => Object.entries(summaryEvent?.resourceChanges ?? {}))
                .filter(([op]) => op !== "same"),
        ),
        registered: begunIn(events)
            .map(({ urn }) => urn)
            .filter(isOfProgram)
            .map(nameOf),
        failed: events.flatMap(({ resOpFailedEvent }) =>
            resOpFailedEvent === undefined ? [] : [nameOf(resOpFailedEvent.metadata.urn)],
        ),
        warnings: messagesIn(events, "warning"),
        errors: messagesIn(events, "error"),
        violations: findingsIn(events).map(({ urn, ...finding }) => ({
            ...finding,
            resource: nameOf(urn),
        })),
        shown: shownIn(ended),
        outputs: ended.findLast(({ type }) => type === "pulumi:pulumi:Stack")?.new?.outputs ?? {},
        text,
    };
}

function shownIn(ended: StepEventMetadata[]): Shown {
    const shown: Shown = {};
    for (const { urn, type, new: state } of ended) {
        const properties = type.startsWith("aws:") ? state?.inputs : state?.outputs;
        shown[nameOf(urn)] = { ...shown[nameOf(urn)], ...properties, resourceType: type };
    }
    return shown;
}

/** Whether a program created it: not the stack, and not a provider that the engine adds. */
function isOfProgram(urn: string): boolean {
    return (
        !urn.includes("::pulumi:pulumi:Stack::") && !/::pulumi:providers:[^:]+::default/.test(urn)
    );
}

/** The name at the end of a URN. */
export function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? "";
}
