import type { Policies } from "@pulumi/policy";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { Shown, ShownResource } from "../../../scripts/engine/shownResource";
import { encode, type Phase, type TestResource, urnOf } from "./testResource";

/** What the engine makes for resources that name no provider. */
const DEFAULT_PROVIDER: TestResource = {
    type: "pulumi:providers:aws",
    name: "default_7_48_0",
    inputs: { version: "7.48.0" },
    computed: {},
};

/** A resource as the engine shows it before it is created. */
export function shown(
    resource: TestResource,
    properties: { [key: string]: unknown },
    phase: Phase,
): ShownResource {
    const { parent, provider = DEFAULT_PROVIDER } = resource;
    return {
        ...named(resource, properties),
        provider: named(provider, encode(provider.inputs, phase)),
        parent: parent === undefined ? "" : urnOf(parent),
        dependencies: [],
        propertyDependencies: {},
    };
}

function named(resource: TestResource, properties: { [key: string]: unknown }): Shown {
    return { urn: urnOf(resource), type: resource.type, name: resource.name, properties };
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
