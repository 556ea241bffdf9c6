import { getOrganization, getProject, getStack, isSecret, runtime } from "@pulumi/pulumi";

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
    const state = await ask(
        runtime.invoke(RESOURCES, { stackName: ownStackName() }) as Promise<StackResources>,
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

/** Whether anything was secret in the stack after the last update, which has to be there: the SDK does not say what. */
export function hadSecrets(): Promise<boolean> {
    return isSecret(runtime.invokeOutput(RESOURCES, { stackName: ownStackName() }));
}

/** The engine's own function behind what a stack reference reads. */
const RESOURCES = "pulumi:pulumi:readStackResourceOutputs";

interface StackResources {
    outputs?: { [urn: string]: { outputs?: { [name: string]: unknown } } };
}
