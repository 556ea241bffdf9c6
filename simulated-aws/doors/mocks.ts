import type * as pulumi from "@pulumi/pulumi";

import { isModelled, isModelledFunction, resourceModel } from "../model/catalogue";
import { check } from "../model/check";
import { previewCreate } from "../model/preview";
import { Provider, type ProviderConfig } from "../model/provider";
import { type Properties, textOf } from "../model/values";
import { DEFAULT_ACCOUNT } from "../world/createWorld";
import { memoryStore, type WorldStore } from "../world/store";
import type { World } from "../world/types";
import { providerConfig } from "./config";
import { asMockOutputs, fromWire, UNKNOWN_TEXT, withSecretsOf } from "./wire";

/** Another stack, or the last state of the program's own. */
export interface MockStack {
    /** What a stack reference reads. Defaults to nothing. */
    outputs?: { [name: string]: unknown };
    /** What `readStackResourceOutputs` answers, by URN. Defaults to nothing. */
    resources?: { [urn: string]: { type: string; outputs: { [name: string]: unknown } } };
}

/** How a program under mocks is seen by AWS. */
export interface MockOptions {
    /** Account of the default provider. Defaults to `111122223333`. */
    account?: string;
    /** Region of the default provider. Defaults to `eu-west-1`. */
    region?: string;
    /** Answers as a preview does: nothing is created, and computed outputs are unknown. Defaults to false. */
    preview?: boolean;
    /** Other stacks, and the program's own last state, by full name. Defaults to none: every stack is a new one. */
    stacks?: { [name: string]: MockStack };
    /** Hears of each use of a resource type or function of AWS that passes through. Defaults to nobody. */
    onUnmodelled?: (token: string) => void;
    /** Answers for types that are not of AWS, for example a component's own. Defaults to echoing inputs. */
    otherwise?: (args: pulumi.runtime.MockResourceArgs) => {
        id: string | undefined;
        state: { [key: string]: unknown };
    };
}

const PROVIDER_TYPE = "pulumi:providers:aws";
const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const STACK_RESOURCES = "pulumi:pulumi:readStackResourceOutputs";

/**
 * The model as mocks for `pulumi.runtime.setMocks`. An explicit provider of the program decides on
 * account and region, as in the engine.
 */
export function mocks(world: World | WorldStore, options: MockOptions = {}): pulumi.runtime.Mocks {
    const store = "read" in world ? world : memoryStore(world);
    const { account = DEFAULT_ACCOUNT, region = "eu-west-1", preview = false } = options;
    const base: ProviderConfig = { account, region, defaultTags: {} };
    const configs = new Map<string, ProviderConfig>();
    const providerOf = (reference: string | undefined) => {
        const id = reference?.split("::").at(-1) ?? "";
        return new Provider(store, configs.get(id) ?? base);
    };

    return {
        newResource: (sent) =>
            explained(async () => {
                const args = { ...sent, inputs: await withIds(sent.inputs) };
                if (args.type === PROVIDER_TYPE) {
                    const id = `${args.name}-${configs.size}`;
                    configs.set(id, providerConfig({ region, ...fromWire(args.inputs).value }));
                    return { id, state: plain(args.inputs) };
                }
                if (args.type === STACK_REFERENCE) {
                    return referenced(options.stacks, args);
                }
                if (args.custom === false || !args.type.startsWith("aws:")) {
                    const echoed = { id: `${args.name}-id`, state: plain(args.inputs) };
                    return options.otherwise?.(args) ?? echoed;
                }
                if (!isModelled(args.type)) {
                    options.onUnmodelled?.(args.type);
                }
                if (args.id === UNKNOWN_TEXT) {
                    // What is yet to be created is read as the engine reads it in a preview: nothing of it is known.
                    return { id: args.id, state: {} };
                }
                const provider = providerOf(args.provider);
                const isThere = args.id !== undefined && args.id !== "";
                return isThere ? look(provider, args) : make(provider, args, preview);
            }),
        call: (args) =>
            explained(async () => {
                const { value } = fromWire(await withIds(args.inputs));
                if (args.token === STACK_RESOURCES) {
                    const name = textOf(value.stackName);
                    return { name, outputs: options.stacks?.[name]?.resources ?? {} };
                }
                if (!isModelledFunction(args.token)) {
                    options.onUnmodelled?.(args.token);
                }
                return plain(await providerOf(args.provider).invoke(args.token, value));
            }),
    };
}

/** What a stack reference reads; the engine's words for a stack that does not exist. */
function referenced(stacks: MockOptions["stacks"], args: pulumi.runtime.MockResourceArgs): Made {
    const { name } = plain(args.inputs);
    const stack = stacks?.[String(name)];
    if (stack === undefined) {
        throw new Error(`unknown stack "${String(name)}"`);
    }
    const { outputs = {} } = stack;
    return { id: String(name), state: { name, outputs, secretOutputNames: [] } };
}

/**
 * Inputs with the IDs of resources in their place. The engine's door gets these as references; under mocks the SDK makes
 * resources of them again where the program has loaded the module of their type as a whole.
 */
async function withIds(inputs: unknown): Promise<Properties> {
    return (await idsFor(inputs)) as Properties;
}

async function idsFor(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) {
        return Promise.all(value.map(idsFor));
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if ("__pulumiResource" in value) {
        const { id } = value as unknown as { id: { promise(): Promise<string | undefined> } };
        return (await id.promise()) ?? UNKNOWN_TEXT;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) {
        // Assets and archives.
        return value;
    }
    const members = await Promise.all(
        Object.entries(value).map(async ([key, inner]) => [key, await idsFor(inner)] as const),
    );
    return Object.fromEntries(members);
}

interface Made {
    id: string | undefined;
    state: { [key: string]: unknown };
}

/** What exists is shown as it is, in a preview too; of what a preview does not know yet, nothing is known. */
function look(provider: Provider, args: pulumi.runtime.MockResourceArgs): Made {
    const { value } = fromWire(args.inputs);
    const id = args.id ?? "";
    if (id === UNKNOWN_TEXT) {
        const { schema } = resourceModel(args.type);
        return { id: undefined, state: asMockOutputs(previewCreate(schema, value)) };
    }
    const found = provider.read(args.type, id, value, value);
    if (found === undefined) {
        throw new Error(`resource '${id}' does not exist`);
    }
    return { id, state: asMockOutputs(found.state) };
}

async function make(
    provider: Provider,
    args: pulumi.runtime.MockResourceArgs,
    preview: boolean,
): Promise<Made> {
    const { value: news, secrets } = fromWire(args.inputs);
    const context = { name: args.name, seed: `${args.type} ${args.name}` };
    const { inputs, failures } = check(resourceModel(args.type), news, context);
    if (failures.length > 0) {
        const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`);
        throw new Error(`${args.type} ${args.name}: ${reasons.join("; ")}`);
    }
    const { id, outputs } = await provider.create(args.type, inputs, preview, args.name);
    return { id: preview ? undefined : id, state: withSecretsOf(asMockOutputs(outputs), secrets) };
}

function plain(inputs: unknown): { [key: string]: unknown } {
    return inputs as { [key: string]: unknown };
}

/** The SDK reads `details` of what a mock throws, as of an answer by gRPC. */
async function explained<T>(act: () => Promise<T>): Promise<T> {
    try {
        return await act();
    } catch (error) {
        if (!(error instanceof Error)) {
            throw error;
        }
        throw Object.assign(error, { details: error.message });
    }
}
