import { runtime } from "@pulumi/pulumi";
import {
    type RegisterResourceRequest,
    RegisterResourceResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { mocks, toWire } from "../../simulated-aws/index";
import { messageOf } from "../failure";
import type { Config } from "./calls";
import { type Forgets, Registrar } from "./registrar";
import type { KnownResource, StackState } from "./stackState";
import { copyPlace, type Place, type Step } from "./step";

/** A program of a stack; what it returns is read when it has ended. */
export type Program = () => object;

/** What an `up` or a `destroy` does. */
export interface Plan {
    steps: Step[];
    state: StackState;
    /** AWS at the end of it. */
    place: Place;
    /** What the program returned; undefined for a `destroy`. */
    made: object | undefined;
    /** Why it ended before its end. */
    refused: string[];
    /** What the program said on its way. */
    messages: string[];
}

/** The project of all stacks, by whose name their configuration is read. */
export const PROJECT = "project";

const ORGANIZATION = "organization";

type Callback<T> = (error: Error | null, response?: T) => void;

/** The part of the mock monitor that the registrar stands in for. */
interface Monitor {
    newUrn(parent: string, type: string, name: string): string;
    registerResource(
        request: RegisterResourceRequest,
        callback: Callback<RegisterResourceResponse>,
    ): Promise<void>;
}

interface Outputs {
    outputs: { [name: string]: unknown };
}

/** Where a stack runs, and what it is now. */
export interface Stack extends Config {
    name: string;
    state: StackState;
    /** What a reference to another stack of the project reads, by its name. */
    references: { [stack: string]: Outputs["outputs"] };
}

/** Runs a program, or the destruction of what is there, on a copy of the place. */
export async function runStack(
    before: Place,
    stack: Stack,
    program: Program | undefined,
    forgets?: Forgets,
): Promise<Plan> {
    const place = copyPlace(before);
    const registrar = new Registrar(place, stack.state, stack, { forgets });
    const { steps, state } = registrar;
    if (program === undefined) {
        await registrar.finish();
        return { steps, state, place, made: undefined, refused: [], messages: [] };
    }
    await useMocks(place, stack, false);
    answer(registrar);
    const run = await listen(program);
    if (run.refused.length === 0) {
        await registrar.finish();
    }
    return { steps, state, place, ...run };
}

/** What a preview of a program says, and why it fails where it does. */
export async function previewStack(
    place: Place,
    stack: Stack,
    program: Program,
): Promise<Pick<Plan, "messages" | "refused">> {
    await useMocks(place, stack, true);
    answer(new Registrar(copyPlace(place), stack.state, stack, { isPreview: true }));
    return listen(program);
}

function useMocks({ world }: Place, stack: Stack, preview: boolean): Promise<void> {
    const { account, region, name, state, references } = stack;
    const known = [...state.values()].map(({ urn, type, outputs }) => [urn, { type, outputs }]);
    const resources = Object.fromEntries(known) as {
        [urn: string]: { type: string; outputs: KnownResource["outputs"] };
    };
    const others = Object.entries(references).map(([other, outputs]) => [
        fullName(other),
        { outputs },
    ]);
    const stacks = {
        ...(Object.fromEntries(others) as { [name: string]: Outputs }),
        [fullName(name)]: { resources },
    };
    const aws = mocks(world, { account, region, preview, stacks });
    return runtime.setMocks(aws, PROJECT, name, preview, ORGANIZATION);
}

function fullName(stack: string): string {
    return [ORGANIZATION, PROJECT, stack].join("/");
}

/** Answers registrations as the engine does: one after the other, each at once. */
function answer(registrar: Registrar): void {
    const monitor = settings.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    let last: Promise<unknown> = Promise.resolve();
    monitor.registerResource = async (request, callback) => {
        const urn = monitor.newUrn(request.getParent(), request.getType(), request.getName());
        if (!request.getCustom()) {
            registrar.registerComponent(request, urn);
            await register(request, callback);
            return;
        }
        const made = last.then(() => registrar.register(request, urn));
        last = made.catch(() => undefined);
        await made.then(
            (resource) => {
                callback(null, responseOf(resource));
            },
            (error: unknown) => {
                callback(error as Error);
            },
        );
    };
}

function responseOf({ urn, id = "", outputs }: KnownResource): RegisterResourceResponse {
    const sent = toWire(outputs as Parameters<typeof toWire>[0], {});
    return new RegisterResourceResponse()
        .setUrn(urn)
        .setId(id)
        .setObject(Struct.fromJavaScript(sent as Parameters<typeof Struct.fromJavaScript>[0]));
}

/** Runs a program and hears what it says, and what it fails for. */
async function listen(
    program: Program,
): Promise<{ made: object; messages: string[]; refused: string[] }> {
    const messages: string[] = [];
    const refused = new Set<string>();
    const { warn, info, log, error } = console;
    const hear = (line: unknown) => {
        messages.push(String(line).replace(/^\w+: \[runtime\] /, ""));
    };
    const fail = (reason: unknown) => {
        refused.add(messageOf(reason));
    };
    Object.assign(console, { warn: hear, info: hear, log: hear, error: () => undefined });
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", fail);
    try {
        const made = program();
        await waitForRPCs().catch(fail);
        // A rejection is told of after the promises that could still have caught it.
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { made, messages, refused: [...refused] };
    } catch (reason) {
        fail(reason);
        return { made: {}, messages, refused: [...refused] };
    } finally {
        Object.assign(console, { warn, info, log, error });
        process.removeListener("unhandledRejection", fail);
        others.forEach((each) => process.on("unhandledRejection", each));
    }
}

/** What the SDK itself awaits before a program ends; its declarations leave it out. */
function waitForRPCs(): Promise<void> {
    return (settings as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
}
