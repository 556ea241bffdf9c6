import * as grpc from "@grpc/grpc-js";
import { Policies } from "@pulumi/policy";
import * as policyServer from "@pulumi/policy/server";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { encode, Phase, TestResource, toState, urnOf } from "./testResource";

/** One line of what the engine would print. */
export interface Diagnostic {
    policy: string;
    level: "advisory" | "mandatory" | "disabled" | "remediate";
    severity: "unspecified" | "low" | "medium" | "high" | "critical";
    /** Name of the resource. */
    resource: string;
    message: string;
}

/** What a pack answers to an engine. */
export interface Verdict {
    diagnostics: Diagnostic[];
    notApplicable: { policy: string; reason: string }[];
}

/** What to ask a pack. */
export interface Question {
    policies: Policies;
    resources: TestResource[];
    /** Defaults to a preview in which no resource exists yet. */
    phase?: Phase;
    /** Config by policy, as in a file for `--policy-pack-config`. */
    config?: { [key: string]: { [key: string]: unknown } };
    /** False shows the stack only, as for resources outside `--target`. Defaults to true. */
    showInputs?: boolean;
}

/** What the engine makes for resources that name no provider. */
const DEFAULT_PROVIDER: TestResource = {
    type: "pulumi:providers:aws",
    name: "default_7_48_0",
    inputs: { version: "7.48.0" },
    computed: {},
};

const PACK = "eks-privatelink";
const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
const SEVERITIES = ["unspecified", "low", "medium", "high", "critical"] as const;

type Handler = (call: unknown, callback: (error: unknown, answer: unknown) => void) => unknown;

/** Internal to the SDK, so absent from its types. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, serve } = policyServer as unknown as {
    [name in "makeAnalyzeRpcFun" | "makeAnalyzeStackRpcFun" | "serve"]: (
        pack: string,
        version: string,
        level: string,
        policies: unknown,
    ) => Handler;
};

/** `configure` is the one door that the SDK does not export; it hands it to the server that it starts. */
const configure = captureConfigure();

/** Puts resources before policies through the same functions that the engine calls over gRPC, in the same order. */
export async function analyze(question: Question): Promise<Verdict> {
    const { policies, resources, phase = "preview", showInputs = true } = question;
    await call(configure, toConfigureRequest(policies, question.config ?? {}));
    const verdict: Verdict = { diagnostics: [], notApplicable: [] };
    const analyzeOne = makeAnalyzeRpcFun(PACK, "0.0.0", "advisory", policies);
    const analyzeAll = makeAnalyzeStackRpcFun(PACK, "0.0.0", "advisory", policies);
    for (const resource of showInputs ? resources : []) {
        const request = toResource(
            new proto.AnalyzeRequest(),
            resource,
            encode(resource.inputs, phase),
            phase,
        );
        addAnswer(verdict, await call(analyzeOne, request), urnOf(resource));
    }
    const request = new proto.AnalyzeStackRequest();
    request.setResourcesList(
        resources.map((resource) => {
            const { properties, propertyDependencies } = toState(resource, phase);
            const message = toResource(new proto.AnalyzerResource(), resource, properties, phase);
            message.setParent(resource.parent === undefined ? "" : urnOf(resource.parent));
            for (const [property, urns] of Object.entries(propertyDependencies)) {
                const dependencies = new proto.AnalyzerPropertyDependencies();
                dependencies.setUrnsList(urns);
                message.getPropertydependenciesMap().set(property, dependencies);
            }
            return message;
        }),
    );
    addAnswer(verdict, await call(analyzeAll, request), "");
    return verdict;
}

function toResource<Message extends proto.AnalyzeRequest | proto.AnalyzerResource>(
    message: Message,
    resource: TestResource,
    properties: { [key: string]: unknown },
    phase: Phase,
): Message {
    message.setType(resource.type);
    message.setName(resource.name);
    message.setUrn(urnOf(resource));
    message.setProperties(Struct.fromJavaScript(properties as never));
    message.setOptions(new proto.AnalyzerResourceOptions());
    message.setProvider(toProvider(resource.provider ?? DEFAULT_PROVIDER, phase));
    return message;
}

function toProvider(provider: TestResource, phase: Phase): proto.AnalyzerProviderResource {
    const message = new proto.AnalyzerProviderResource();
    message.setType(provider.type);
    message.setName(provider.name);
    message.setUrn(urnOf(provider));
    message.setProperties(Struct.fromJavaScript(encode(provider.inputs, phase) as never));
    return message;
}

function toConfigureRequest(
    policies: Policies,
    config: { [key: string]: { [key: string]: unknown } },
): proto.ConfigureAnalyzerRequest {
    const request = new proto.ConfigureAnalyzerRequest();
    for (const [policy, { enforcementLevel, ...properties }] of Object.entries(config)) {
        const policyConfig = new proto.PolicyConfig();
        policyConfig.setProperties(Struct.fromJavaScript(properties as never));
        const { enforcementLevel: own } = policies.find(({ name }) => name === policy) ?? {};
        const level = ((enforcementLevel ?? own) as string).toUpperCase();
        policyConfig.setEnforcementlevel(
            proto.EnforcementLevel[level as keyof typeof proto.EnforcementLevel],
        );
        request.getPolicyconfigMap().set(policy, policyConfig);
    }
    return request;
}

function addAnswer(verdict: Verdict, answer: unknown, urn: string): void {
    const response = answer as proto.AnalyzeResponse;
    for (const diagnostic of response.getDiagnosticsList()) {
        const about = diagnostic.getUrn() || urn;
        verdict.diagnostics.push({
            policy: diagnostic.getPolicyname(),
            level: LEVELS[diagnostic.getEnforcementlevel()],
            severity: SEVERITIES[diagnostic.getSeverity()],
            resource: about.slice(about.lastIndexOf("::") + 2),
            message: diagnostic.getMessage(),
        });
    }
    for (const notApplicable of response.getNotApplicableList()) {
        verdict.notApplicable.push({
            policy: notApplicable.getPolicyName(),
            reason: notApplicable.getReason(),
        });
    }
}

async function call(handler: Handler, request: unknown): Promise<unknown> {
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
