import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import { asAnalyzeRequest, asStackResource, type ShownResource } from "./shownResource";

/** Largest message in bytes, as the engine has it. */
const LIMIT = 400 * 1024 * 1024;

const { MANDATORY, DISABLED, REMEDIATE } = proto.EnforcementLevel;

type Answer<T> = (error: grpc.ServiceError | null, response: T) => void;

/** What a pack says about a resource. */
export interface PackFinding {
    policy: string;
    level: "mandatory" | "advisory";
    urn: string;
    message: string;
}

/** Talks to a policy pack as the engine does. */
export class PackClient {
    private readonly client: AnalyzerClient;

    public constructor(port: number) {
        const options = {
            "grpc.max_receive_message_length": LIMIT,
            "grpc.max_send_message_length": LIMIT,
        };
        this.client = new AnalyzerClient(
            `127.0.0.1:${port}`,
            grpc.credentials.createInsecure(),
            options,
        );
    }

    /** Configures every policy with its defaults, as the engine does without a config file. Returns the active ones. */
    public async configure(): Promise<string[]> {
        const info = await asked<proto.AnalyzerInfo>((answer) =>
            this.client.getAnalyzerInfo(new Empty(), answer),
        );
        const request = new proto.ConfigureAnalyzerRequest();
        for (const policy of info.getPoliciesList()) {
            const config = new proto.PolicyConfig();
            config.setEnforcementlevel(policy.getEnforcementlevel());
            config.setProperties(defaultsOf(policy));
            request.getPolicyconfigMap().set(policy.getName(), config);
        }
        await asked<unknown>((answer) => this.client.configure(request, answer));
        return info
            .getPoliciesList()
            .filter((policy) => policy.getEnforcementlevel() !== DISABLED)
            .map((policy) => policy.getName());
    }

    /** Shows the inputs of a resource that is about to be created. */
    public async analyze(resource: ShownResource): Promise<PackFinding[]> {
        const request = asAnalyzeRequest(resource);
        const response = await asked<proto.AnalyzeResponse>((answer) =>
            this.client.analyze(request, answer),
        );
        return findingsIn(response, resource.urn);
    }

    /** Shows the outputs of all resources. */
    public async analyzeStack(resources: ShownResource[]): Promise<PackFinding[]> {
        const request = new proto.AnalyzeStackRequest();
        request.setResourcesList(resources.map(asStackResource));
        const response = await asked<proto.AnalyzeResponse>((answer) =>
            this.client.analyzeStack(request, answer),
        );
        return findingsIn(response, "");
    }

    public close(): void {
        this.client.close();
    }
}

function asked<T>(ask: (answer: Answer<T>) => unknown): Promise<T> {
    return new Promise((resolve, reject) => {
        ask((error, response) => {
            if (error === null) {
                resolve(response);
            } else {
                reject(new Error(`the policy pack failed: ${error.details}`));
            }
        });
    });
}

function defaultsOf(policy: proto.PolicyInfo): Struct {
    const schema = policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
    const defaults = Object.entries(schema).flatMap(([property, described]) => {
        const value = (described as { default?: JavaScriptValue }).default;
        return value === undefined ? [] : [[property, value] as const];
    });
    return Struct.fromJavaScript(Object.fromEntries(defaults));
}

/** What a pack's answer says, about the resource of a URN where it names none. */
export function findingsIn(response: proto.AnalyzeResponse, urn: string): PackFinding[] {
    return response.getDiagnosticsList().map((diagnostic) => {
        const level = diagnostic.getEnforcementlevel();
        return {
            policy: diagnostic.getPolicyname(),
            level: level === MANDATORY || level === REMEDIATE ? "mandatory" : "advisory",
            urn: diagnostic.getUrn() || urn,
            message: diagnostic.getMessage().trim(),
        };
    });
}
