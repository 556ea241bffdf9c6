import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

import type { WorldStore } from "../world/store";
import { type Pace, providerHandlers } from "./providerHandlers";

/** Largest message in bytes; the engine sends whole states. */
const LIMIT = 400 * 1024 * 1024;

/** A provider that listens. */
export interface Served {
    port: number;
    stop(): void;
}

/**
 * Starts a provider on a free port of the local host; `onUnmodelled` hears of each use of a type that passes through, `pace`
 * waits after each call.
 */
export async function serveProvider(
    store: WorldStore,
    onUnmodelled: (token: string) => void = () => undefined,
    pace: Pace = () => Promise.resolve(),
): Promise<Served> {
    const server = new grpc.Server({
        "grpc.max_receive_message_length": LIMIT,
        "grpc.max_send_message_length": LIMIT,
    });
    const handlers = Object.entries(providerHandlers(store, onUnmodelled, pace));
    const implementation = Object.fromEntries(
        handlers.map(([name, handle]) => [name, unary(handle as Handler)]),
    );
    server.addService(ResourceProviderService, implementation);
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
            if (error !== null) {
                reject(error);
            } else {
                resolve({
                    port,
                    stop: () => {
                        server.forceShutdown();
                    },
                });
            }
        });
    });
}

type Handler = (request: unknown) => unknown;

/** A handler that returns its answer, or throws, as gRPC wants it. */
function unary(handle: Handler): grpc.handleUnaryCall<unknown, unknown> {
    return (call, answer) => {
        Promise.resolve(call.request)
            .then(handle)
            .then(
                (response) => {
                    answer(null, response);
                },
                (error: unknown) => {
                    const details = error instanceof Error ? error.message : String(error);
                    const { metadata } = error as Partial<grpc.ServiceError>;
                    answer({ code: grpc.status.UNKNOWN, details, metadata });
                },
            );
    };
}
