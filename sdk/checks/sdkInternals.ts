import { type Input, output, type Resource, type Unwrap } from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

// Everything that reaches into parts of the SDK which its public types hide, and that nothing public stands in for.

/** A value where it is known; undefined in a preview that does not know it yet, while an update waits for it. */
export function whenKnown<T>(value: Input<T>): Promise<Unwrap<T> | undefined> {
    return internals<Unwrap<T>>(output(value)).promise();
}

/** The resources that a value comes from; in a plugin they are no more than their URNs. */
export async function resourcesBehind(value: Input<unknown>): Promise<Resource[]> {
    return [...(await internals(output(value)).allResources())];
}

/** URNs of the resources that a value comes from; undefined for one that preview does not know. */
export async function urnsBehind(value: Input<unknown>): Promise<(string | undefined)[]> {
    const resources = await resourcesBehind(value);
    return Promise.all(resources.map(({ urn }) => whenKnown(urn)));
}

/** Whether the program is a unit test with mocks, which answer what the test makes them answer. */
export function isUnitTest(): boolean {
    return "mocks" in (monitor() ?? {});
}

/**
 * Whether children of a component, which is registered, may get options that it does not see, aliases among them: by
 * transforms and transformations, of its own or of what it is in. A plugin is not told of those.
 */
export function mayBeTransformed(component: Resource): boolean {
    const { callbacks } = (state as unknown as Stores).getStore();
    const { __transformations: transformations = [] } = component as Partial<Transformed>;
    return stackResource() === undefined || callbacks !== undefined || transformations.length > 0;
}

interface Stores {
    /** `callbacks` are those by which the engine calls the transforms of a program. */
    getStore(): { callbacks?: object };
}

interface Transformed {
    __transformations: unknown[];
}

/**
 * Keeps the running program from telling the engine that it has registered everything: the engine then deletes what is
 * missing. An inline program of the Automation API says so even when one of its values has failed, unless the stack has that
 * value as an output (SDK 3.259, `automation/server`). Instead it fails for `reason`. Programs of the CLI do not say so.
 */
export function keepFromFinishing(reason: string): void {
    const engine = monitor();
    if (engine !== undefined) {
        engine.signalAndWaitForShutdown = (_, callback) => {
            // Afterwards the SDK no longer listens for rejections, and those of this refusal may still be on their way.
            setImmediate(() => {
                callback({ code: ABORTED, toString: () => reason });
            });
        };
    }
}

/** Keeps the running program from ending before something has been done that no resource or output waits for. */
export function beforeEnding(work: Promise<unknown>): void {
    const done = settings.rpcKeepAlive();
    // Whoever is refused, or never created, says so by itself.
    work.then(done, done);
}

/** Code of gRPC for something that was given up. Source: https://grpc.io/docs/guides/status-codes/ */
const ABORTED = 10;

/**
 * What stands for the running program: its stack, of which several may be in one process, one after the other on the same
 * address; the address of the engine in a plugin, which runs each component of a program by itself; or a unit test's mocks.
 */
export function findProgram(): object | string {
    const engine = monitor();
    return isUnitTest()
        ? (engine ?? NO_PROGRAM)
        : (stackResource() ?? engine?.getChannel?.().getTarget() ?? NO_PROGRAM);
}

const NO_PROGRAM = {};

/** The connection to the engine, which each run of a program has anew, or what stands for it in a unit test. */
interface Monitor {
    getChannel?: () => { getTarget(): string };
    signalAndWaitForShutdown?: (
        request: unknown,
        callback: (error: { code: number; toString(): string }) => void,
    ) => void;
}

function monitor(): Monitor | undefined {
    return settings.getMonitor() as unknown as Monitor | undefined;
}

function internals<T>(value: unknown): {
    allResources(): Promise<Set<Resource>>;
    promise(): Promise<T | undefined>;
} {
    return value as never;
}

function stackResource(): object | undefined {
    return (state as unknown as { getStackResource(): object | undefined }).getStackResource();
}
