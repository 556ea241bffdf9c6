import { getOrganization, getProject, getStack, runtime } from "@pulumi/pulumi";

import { type Answer, ask, mapAnswer } from "./lookup";

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

/** Asks the backend for the outputs that a resource of this stack had after the last update; absent for a new one. */
export async function lookLastOutputs(urn: string): Promise<Answer<{ [name: string]: unknown }>> {
    // The engine's own function behind what a stack reference reads.
    const token = "pulumi:pulumi:readStackResourceOutputs";
    const state = await ask(
        runtime.invoke(token, { stackName: ownStackName() }) as Promise<StackResources>,
    );
    const all = mapAnswer(state, ({ outputs }) => outputs);
    if (all.kind !== "found") {
        return all;
    }
    const found = all.found?.[urn]?.outputs;
    return found === undefined
        ? { kind: "absent", reason: `the stack has no resource ${urn} yet` }
        : { kind: "found", found };
}

/** Asks the engine what it knows of a resource that this run of the stack has registered or read. */
export function lookResource(urn: string): Promise<Answer<{ [name: string]: unknown }>> {
    const answer = runtime.invoke("pulumi:pulumi:getResource", { urn }) as Promise<{
        state?: { [name: string]: unknown };
    }>;
    return ask(answer.then(({ state = {} }) => state));
}

interface StackResources {
    outputs?: { [urn: string]: { outputs?: { [name: string]: unknown } } };
}
