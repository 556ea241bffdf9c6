import * as grpc from "@grpc/grpc-js";
import type { Policies } from "@pulumi/policy";
import * as policyServer from "@pulumi/policy/server";

const PACK = "eks-privatelink";

type Handler = (call: unknown, callback: (error: unknown, answer: unknown) => void) => unknown;

/** Internal to the SDK, so absent from its types. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun, serve } =
    policyServer as unknown as {
        [
            name in "makeAnalyzeRpcFun" | "makeAnalyzeStackRpcFun" | "makeRemediateRpcFun" | "serve"
        ]: (pack: string, version: string, level: string, policies: unknown) => Handler;
    };

/** What a pack answers an engine with. `configure` is the one door that the SDK does not export; it hands it to the server that it starts. */
export const handlers = {
    configure: captureConfigure(),
    analyze: (policies: Policies) => makeAnalyzeRpcFun(PACK, "0.0.0", "advisory", policies),
    analyzeStack: (policies: Policies) =>
        makeAnalyzeStackRpcFun(PACK, "0.0.0", "advisory", policies),
    remediate: (policies: Policies) => makeRemediateRpcFun(PACK, "0.0.0", "advisory", policies),
};

/** Calls a function of the server as gRPC would. */
export async function ask(handler: Handler, request: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
        void handler({ request }, (error, answer) => {
            if (error instanceof Error) {
                reject(error);
            } else {
                resolve(answer);
            }
        });
    });
}

function captureConfigure(): Handler {
    const server = grpc.Server.prototype;
    const own = {
        addService: Object.getOwnPropertyDescriptor(server, "addService") ?? {},
        bindAsync: Object.getOwnPropertyDescriptor(server, "bindAsync") ?? {},
    };
    let captured: { [key: string]: Handler } = {};
    server.addService = (_service, handlers) => {
        captured = handlers as unknown as typeof captured;
    };
    server.bindAsync = () => undefined;
    try {
        serve(PACK, "0.0.0", "advisory", { policies: [] });
    } finally {
        Object.defineProperties(server, own);
    }
    const { configure: handler } = captured;
    if (handler === undefined) {
        throw new Error("@pulumi/policy no longer hands `configure` to its gRPC server");
    }
    return handler;
}
