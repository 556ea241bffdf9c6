import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** What the engine says of every resource and provider. */
export interface Shown {
    urn: string;
    type: string;
    name: string;
    /** Inputs or outputs as they go over the wire. */
    properties: { [property: string]: unknown };
}

/** A resource as the engine shows it to a policy pack. */
export interface ShownResource extends Shown {
    /** URN, or empty. */
    parent: string;
    dependencies: string[];
    propertyDependencies: { [property: string]: string[] };
    /** Defaults to none. */
    provider?: Shown;
}

/** The message about a resource that is about to be created. */
export function asAnalyzeRequest(resource: ShownResource): proto.AnalyzeRequest {
    return filled(new proto.AnalyzeRequest(), resource);
}

/** The message about a resource of a whole stack. */
export function asStackResource(resource: ShownResource): proto.AnalyzerResource {
    const message = filled(new proto.AnalyzerResource(), resource);
    message.setParent(resource.parent);
    message.setDependenciesList(resource.dependencies);
    for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        const dependencies = new proto.AnalyzerPropertyDependencies();
        dependencies.setUrnsList(urns);
        message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
}

function filled<T extends proto.AnalyzeRequest | proto.AnalyzerResource>(
    message: T,
    resource: ShownResource,
): T {
    named(message, resource);
    message.setOptions(new proto.AnalyzerResourceOptions());
    if (resource.provider !== undefined) {
        message.setProvider(named(new proto.AnalyzerProviderResource(), resource.provider));
    }
    return message;
}

function named<
    T extends proto.AnalyzeRequest | proto.AnalyzerResource | proto.AnalyzerProviderResource,
>(message: T, { urn, type, name, properties }: Shown): T {
    message.setUrn(urn);
    message.setType(type);
    message.setName(name);
    message.setProperties(Struct.fromJavaScript(properties as { [key: string]: JavaScriptValue }));
    return message;
}
