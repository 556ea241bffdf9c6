import * as settings from "@pulumi/pulumi/runtime/settings";

/** Code of gRPC for a server that is not there. Source: https://grpc.io/docs/guides/status-codes/ */
const UNAVAILABLE = 14;

/**
 * Keeps the running program from telling the engine that it has registered everything: the engine then deletes what is
 * missing. An inline program of the Automation API says so even when one of its values has failed, unless the stack has that
 * value as an output (SDK 3.259, `automation/server`); it ends with the error all the same. Programs of the CLI do not.
 */
export function keepFromFinishing(): void {
    const monitor = settings.getMonitor() as unknown as Monitor | undefined;
    if (monitor !== undefined) {
        monitor.signalAndWaitForShutdown = (_, callback) => {
            callback({ code: UNAVAILABLE });
        };
    }
}

/** The connection to the engine, which each run of a program has anew. */
interface Monitor {
    signalAndWaitForShutdown: (
        request: unknown,
        callback: (error: { code: number }) => void,
    ) => void;
}
