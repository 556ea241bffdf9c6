import { getOrganization, getProject, getStack, runtime } from "@pulumi/pulumi";

import { rememberPerProgram } from "../checks/programMemory";
import { type Answer, ask } from "./lookup";

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
    // The engine's own function behind what a stack reference reads.
    const token = "pulumi:pulumi:readStackResourceOutputs";
    const answer = await ask(
        runtime.invoke(token, { stackName: ownStackName() }) as Promise<{ outputs?: LastState }>,
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
