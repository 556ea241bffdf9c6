import type { Policies } from "@pulumi/policy";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { encode, type Phase, type TestResource, urnOf } from "./testResource";

/** What the engine makes for resources that name no provider. */
const DEFAULT_PROVIDER: TestResource = {
    type: "pulumi:providers:aws",
    name: "default_7_48_0",
    inputs: { version: "7.48.0" },
    computed: {},
};

/** Fills in the message in which the engine shows a resource. */
export function toResource<Message extends proto.AnalyzeRequest | proto.AnalyzerResource>(
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

/** Config by policy, as the engine sends it. */
export function toConfigureRequest(
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
