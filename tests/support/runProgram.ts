import { type Output, runtime } from "@pulumi/pulumi";
import type {
    ReadResourceRequest,
    RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import * as settings from "@pulumi/pulumi/runtime/settings";

import { createWorld, mocks, type World } from "../../simulated-aws/index";

/** A resource as the program registered or read it. */
export interface Registration {
    type: string;
    name: string;
    inputs: { [name: string]: unknown };
    parent: string;
    deleteBeforeReplace: boolean;
    /** Names of the resources that it waits for, and that wait for its deletion. */
    dependencies: string[];
    aliases: number;
    /** Outputs that are secret whatever they are made of. */
    secretOutputs: string[];
}

/** How a program runs. */
export interface RunOptions {
    world?: World;
    preview?: boolean;
    region?: string;
    /** Account of the default provider. Defaults to the world's default account. */
    account?: string;
    /** Name of its project. Defaults to `project`. */
    project?: string;
}

/** Runs a program on the simulated AWS without an engine, and tells what it registered and what it returned. */
export async function runProgram<T>(
    program: () => T,
    options: RunOptions = {},
): Promise<{ value: T; registrations: Registration[] }> {
    const { world = createWorld(), preview = false, region = "eu-central-1", account } = options;
    const { project = "project" } = options;
    const registrations: Registration[] = [];
    await runtime.setMocks(mocks(world, { preview, region, account }), project, "stack", preview);
    watchMonitor((registration) => registrations.push(registration));
    const value = program();
    await waitForRPCs();
    return { value, registrations };
}

/** The value of an Output; undefined while it is unknown. */
export function valueOf<T>(value: Output<T>): Promise<T | undefined> {
    return (value as unknown as { promise(): Promise<T | undefined> }).promise();
}

/** Shows everything that is registered or read to a listener: mocks see types and inputs only. */
function watchMonitor(listener: (registration: Registration) => void): void {
    const monitor = settings.getMonitor() as unknown as {
        registerResource(request: RegisterResourceRequest, callback: unknown): Promise<void>;
        readResource(request: ReadResourceRequest, callback: unknown): Promise<void>;
    };
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
        listener({
            ...common(request),
            inputs: request.getObject()?.toJavaScript() ?? {},
            deleteBeforeReplace: request.getDeletebeforereplace(),
            aliases: request.getAliasesList().length,
        });
        return register(request, callback);
    };
    const read = monitor.readResource.bind(monitor);
    monitor.readResource = (request, callback) => {
        const inputs = request.getProperties()?.toJavaScript() ?? {};
        listener({ ...common(request), inputs, deleteBeforeReplace: false, aliases: 0 });
        return read(request, callback);
    };
}

function common(request: RegisterResourceRequest | ReadResourceRequest) {
    return {
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        dependencies: request.getDependenciesList().map((urn) => urn.split("::").at(-1) ?? ""),
        secretOutputs: request.getAdditionalsecretoutputsList(),
    };
}

/** What the SDK itself awaits before a program ends; its declarations leave it out. */
export function waitForRPCs(): Promise<void> {
    return (settings as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
}
