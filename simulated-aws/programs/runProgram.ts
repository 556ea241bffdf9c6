import { runtime } from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

import type { Program, ProgramConfig, Values } from "./program";

/** What a program is run with. */
export interface Run {
    program: Program;
    mocks: runtime.Mocks;
    organization: string;
    project: string;
    stack: string;
    config: ProgramConfig;
    preview: boolean;
}

/** Runs wait for each other: what the SDK keeps of a program holds for the whole process. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a program in this process and gives its outputs; rejects with the program's first error. */
export function runProgram(run: Run): Promise<Values> {
    const next = last.then(
        () => runAlone(run),
        () => runAlone(run),
    );
    last = next.catch(() => undefined);
    return next;
}

async function runAlone(run: Run): Promise<Values> {
    const failure = new FirstFailure();
    const stopListening = listenAlone((error) => {
        failure.report(error);
    });
    const untilHeard = async () => {
        const outputs = await withOwnState(() => carryOut(run, failure));
        await allTold();
        return outputs;
    };
    try {
        return await Promise.race([untilHeard(), failure.promise]);
    } finally {
        await allTold();
        stopListening();
    }
}

async function carryOut(run: Run, failure: FirstFailure): Promise<Values> {
    const { mocks, project, stack, preview, organization } = run;
    runtime.setAllConfig(configTexts(run.config, project));
    await runtime.setMocks(reporting(mocks, failure), project, stack, preview, organization);
    const outputs = await runtime.runInPulumiStack(async () => started(await run.program()));
    await (settings as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
    return outputs ?? {};
}

/** A module's exports are its outputs, unless it exports a function to be called, as under the engine. */
export async function started(exports: unknown): Promise<Values> {
    const { default: main, ...named } = (exports ?? {}) as Values;
    const program = typeof exports === "function" ? exports : main;
    if (typeof program === "function") {
        return ((await (program as () => unknown)()) ?? {}) as Values;
    }
    // A module of CommonJS that is imported has its exports again below `default`.
    return typeof main === "object" && main !== null ? { ...main, ...named } : named;
}

/** A resource that fails is told of once and never answered: what hangs on it would reject as well, unheard. */
function reporting(mocks: runtime.Mocks, failure: FirstFailure): runtime.Mocks {
    return {
        ...mocks,
        newResource: (args) =>
            Promise.resolve(mocks.newResource(args)).catch((error: unknown) => {
                failure.report(named(args, error));
                return new Promise<never>(() => undefined);
            }),
    };
}

function named(args: runtime.MockResourceArgs, error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    return new Error(`${args.type} ${args.name}: ${message}`, { cause: error });
}

/** Rejections are told of only after whatever is going on has been handled. */
function allTold(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}

class FirstFailure {
    public report: (error: unknown) => void = () => undefined;
    public readonly promise = new Promise<never>((_, reject) => {
        this.report = reject;
    });
}

/** While a program runs its rejections are the program's failures, not the test runner's. */
function listenAlone(listener: (error: unknown) => void): () => void {
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", listener);
    return () => {
        process.off("unhandledRejection", listener);
        for (const other of others) {
            process.on("unhandledRejection", other);
        }
    };
}

/** The Automation API gives every inline program a state of its own in this way. */
function withOwnState<T>(act: () => Promise<T>): Promise<T> {
    const store = state as unknown as { withLocalStorage(act: () => Promise<T>): Promise<T> };
    return store.withLocalStorage(act);
}

/** Config as the SDK takes it: keys with their namespace, values as texts. */
export function configTexts(config: ProgramConfig, project: string): { [key: string]: string } {
    const entries = Object.entries(config).map(([key, value]) => [
        key.includes(":") ? key : `${project}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return Object.fromEntries(entries) as { [key: string]: string };
}
