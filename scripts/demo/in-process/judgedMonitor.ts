import type {
    RegisterResourceOutputsRequest,
    RegisterResourceRequest,
    RegisterResourceResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { rootPulumiStackTypeName, unknownValue } from "@pulumi/pulumi/runtime";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";

import { check, fromWire, isModelled, resourceModel, toWire } from "../../../simulated-aws/index";
import type { PackClient } from "../../engine/packClient";
import type { ShownResource } from "../../engine/shownResource";
import { type Finding, isMandatory } from "../runner";
import type { CreatedResource } from "./messages";

interface Properties {
    [property: string]: unknown;
}
type Callback<T> = (error: Error | null, response?: T) => void;

/** The part of the mock monitor that is watched. */
interface Monitor {
    newUrn(parent: string, type: string, name: string): string;
    registerResource(
        request: RegisterResourceRequest,
        callback: Callback<RegisterResourceResponse>,
    ): Promise<void>;
    registerResourceOutputs(
        request: RegisterResourceOutputsRequest,
        callback: Callback<unknown>,
    ): void;
}

/** Who wants to hear what happens. */
export interface Listener {
    registered(type: string, resource?: CreatedResource): void;
    found(findings: Finding[]): void;
}

/** What a watched monitor has seen. */
export interface Seen {
    /** Resources with their outputs, as a policy for the whole stack gets them. */
    resources: Map<string, ShownResource>;
    /** Outputs of the stack. */
    outputs(): Properties;
}

/**
 * Does for mocks what the engine does around a provider: shows each resource to the pack before it is created, refuses
 * what the pack forbids, and keeps parents, links and unknown outputs for the policies of the whole stack.
 */
export function judgeMonitor(
    pack: Pick<PackClient, "analyze" | "analyzeStack">,
    preview: boolean,
    listener: Listener,
): Seen {
    const monitor = getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
    const resources = new Map<string, ShownResource>();

    const judged = async (request: RegisterResourceRequest): Promise<RegisterResourceResponse> => {
        const shown = shownInputs(monitor, request);
        const findings = await pack.analyze(shown);
        listener.found(findings);
        if (!preview && findings.some(isMandatory)) {
            throw new Error(`the policy pack forbids ${shown.type} ${shown.name}`);
        }
        const response = await answered(register, request);
        const outputs = response.getObject()?.toJavaScript() ?? {};
        resources.set(shown.urn, { ...shown, properties: withUnknowns(shown.type, outputs) });
        listener.registered(shown.type, createdResource(shown, response.getId(), outputs));
        return response;
    };
    monitor.registerResource = async (request, callback) => {
        await judged(request).then(
            (response) => {
                callback(null, response);
            },
            (error: unknown) => {
                callback(error as Error);
            },
        );
    };
    monitor.registerResourceOutputs = (request, callback) => {
        const known = resources.get(request.getUrn());
        if (known !== undefined) {
            known.properties = request.getOutputs()?.toJavaScript() ?? {};
        }
        registerOutputs(request, callback);
    };
    const stack = () =>
        [...resources.values()].find(({ type }) => type === rootPulumiStackTypeName);
    return { resources, outputs: () => stack()?.properties ?? {} };
}

function answered(
    register: Monitor["registerResource"],
    request: RegisterResourceRequest,
): Promise<RegisterResourceResponse> {
    return new Promise((resolve, reject) => {
        void register(request, (error, response) => {
            if (response === undefined) {
                reject(error ?? new Error("the mock monitor gives no answer"));
            } else {
                resolve(response);
            }
        });
    });
}

function shownInputs(monitor: Monitor, request: RegisterResourceRequest): ShownResource {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const propertyDependencies: ShownResource["propertyDependencies"] = {};
    request.getPropertydependenciesMap().forEach((dependencies, property) => {
        propertyDependencies[property] = dependencies.getUrnsList();
    });
    return {
        urn: monitor.newUrn(parent, type, name),
        type,
        name,
        properties: checkedInputs(type, name, request.getObject()?.toJavaScript() ?? {}),
        parent,
        dependencies: request.getDependenciesList(),
        propertyDependencies,
    };
}

/** Inputs with the defaults of the provider's own check, which the engine asks before a pack. */
function checkedInputs(type: string, name: string, inputs: Properties): Properties {
    if (!isModelled(type)) {
        return inputs;
    }
    const { value, secrets } = fromWire(inputs);
    return toWire(
        check(resourceModel(type), value, { name, seed: `${type} ${name}` }).inputs,
        secrets,
    );
}

/** Mocks leave out what a preview does not know; the engine has a word for it. */
function withUnknowns(type: string, outputs: Properties): Properties {
    if (!isModelled(type)) {
        return outputs;
    }
    const { settled, computed } = resourceModel(type).schema;
    const unknown = Object.keys({ ...settled, ...computed }).map((name) => [name, unknownValue]);
    return { ...(Object.fromEntries(unknown) as Properties), ...outputs };
}

function createdResource(
    { type }: ShownResource,
    id: string,
    state: Properties,
): CreatedResource | undefined {
    return isModelled(type) && id !== "" ? { type, id, state } : undefined;
}
