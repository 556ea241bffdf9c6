import { getOrganization, getProject, getStack, isSecret, runtime } from "@pulumi/pulumi";

import { say } from "../checks/conclude";
import { rememberPerProgram } from "../checks/programMemory";
import { isUnitTest } from "../checks/sdkInternals";
import { type Answer, ask, askAgain } from "./lookup";

/** The stack that runs, as `organisation/project/stack`. */
export function ownStackName(): string {
    return [ownOrganization(), getProject(), getStack()].join("/");
}

/** The SDK throws where a unit test with mocks names no organisation, and has nothing that could be asked before. */
function ownOrganization(): string {
    try {
        return getOrganization();
    } catch {
        return BACKEND_WITHOUT_ORGANIZATIONS;
    }
}

/** What backends that know no organisations have in its place. */
const BACKEND_WITHOUT_ORGANIZATIONS = "organization";

/** What a resource was after the last update. */
export interface LastResource {
    type: string;
    outputs?: { [name: string]: unknown };
}

/** The resources of this stack after the last update, by URN. */
export interface LastState {
    [urn: string]: LastResource;
}

/**
 * Asks the backend for them, once in a program: what the running update has added by then may be among them, so whoever
 * wants to know asks early.
 */
export function lookLastState(): Promise<Answer<LastState>> {
    const memory = lastStates();
    memory.state ??= readLastState();
    return memory.state;
}

const lastStates = rememberPerProgram((): { state?: Promise<Answer<LastState>> } => ({}));

async function readLastState(): Promise<Answer<LastState>> {
    const answer = await askBackend(
        () =>
            runtime.invoke(RESOURCES, { stackName: ownStackName() }) as Promise<{
                outputs?: LastState;
            }>,
    );
    if (answer.kind !== "found") {
        return answer;
    }
    const { outputs } = answer.found;
    // Mocks of a unit test echo the question.
    return outputs === undefined ? { kind: "mocked" } : { kind: "found", found: outputs };
}

/** The outputs that a resource of this stack had after the last update; absent for a new one. */
export async function lookLastOutputs(urn: string): Promise<Answer<{ [name: string]: unknown }>> {
    const state = await lookLastState();
    if (state.kind !== "found") {
        return state;
    }
    const found = state.found[urn]?.outputs;
    return found === undefined
        ? { kind: "absent", reason: `the stack has no resource ${urn} yet` }
        : { kind: "found", found };
}

/** Whether a resource of the last state is what AWS calls by an ID or an ARN. */
export function knows(state: LastState, id: string): boolean {
    return Object.values(state).some(({ outputs }) => {
        const names = [outputs?.arn, outputs?.id, outputs?.zoneId].filter(
            (name) => typeof name === "string",
        );
        return names.some(
            (name) => name === id || name.endsWith(`/${id}`) || name.endsWith(`:${id}`),
        );
    });
}

/** Asks the engine what it knows of a resource that this run of the stack has registered or read. */
export function lookResource(urn: string): Promise<Answer<{ [name: string]: unknown }>> {
    const answer = runtime.invoke("pulumi:pulumi:getResource", { urn }) as Promise<{
        state?: { [name: string]: unknown };
    }>;
    return ask(answer.then(({ state = {} }) => state));
}

/** Whether anything was secret in the stack after the last update, or may have been: the SDK does not say what. */
export async function hadSecrets(): Promise<boolean> {
    const answer = await askBackend(() =>
        isSecret(runtime.invokeOutput(RESOURCES, { stackName: ownStackName() })),
    );
    return answer.kind !== "found" || answer.found;
}

/** The engine's own function behind what a stack reference reads. */
const RESOURCES = "pulumi:pulumi:readStackResourceOutputs";

/**
 * Asks again where an answer fails: every stack that runs has a state, but in a folder or a bucket the engine reads it while it
 * writes it, and then finds a file without an end (3.260: 11 of 300 reads during an update of 300 resources).
 */
async function askBackend<T>(question: () => Promise<T>): Promise<Answer<T>> {
    if (isUnitTest()) {
        return ask(question());
    }
    const answer = await askAgain(question, PAUSES);
    if ("reason" in answer) {
        const reason =
            `the last state of this stack could not be read (${answer.reason}), so that nothing has been compared with it: ` +
            "names that its endpoints and zones have, consumers that are gone, what earlier updates have lost; run again";
        void say({ path: "", reason });
    }
    return answer;
}

/** Milliseconds before the second question and those after it. */
const PAUSES = [20, 50, 100, 200, 500];
