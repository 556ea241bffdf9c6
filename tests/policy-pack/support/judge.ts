import type { Policies } from "@pulumi/policy";

import { analyze, type Question } from "./analyzer";
import type { TestResource } from "./testResource";

type Policy = Policies[number];

/** What one policy says: level, resource, message without the description that each begins with. */
export async function judge(
    policy: Policy,
    resources: TestResource[],
    options: Omit<Question, "policies" | "resources"> = {},
): Promise<[level: string, resource: string, message: string][]> {
    const { diagnostics } = await analyze({ policies: [policy], resources, ...options });
    const opening = `${policy.description}\n`;
    return diagnostics.map(({ level, resource, message }) => [
        level,
        resource,
        message.startsWith(opening) ? message.slice(opening.length) : message,
    ]);
}

/** Why one policy has nothing to say. */
export async function reasonsOf(policy: Policy, resources: TestResource[]): Promise<string[]> {
    const { notApplicable } = await analyze({ policies: [policy], resources });
    return notApplicable.map(({ reason }) => reason);
}
