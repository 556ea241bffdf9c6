import type { Question } from "./analyzer";
import { type CompliantNetwork, compliantNetwork, stackOf } from "./resources";
import type { TestResource } from "./testResource";

/** What one policy has exactly one finding about, and the same put right. The page of the policy shows the difference. */
export interface Example {
    /** Name of the resource that the finding is about. */
    about: string;
    /** Names of other resources that its page shows although both sides have them alike. */
    shown?: string[];
    wrong: () => Case;
    right: () => Case;
}

/** A stack, and the configuration of the pack where the policy is about that. */
export interface Case {
    resources: TestResource[];
    config?: Question["config"];
}

type Spoil = Parameters<typeof compliantNetwork>[0];

/** The stack that every policy accepts, with parts of it spoilt, or more in it. */
export function compliant(
    spoil: Spoil = {},
    more: (network: CompliantNetwork) => TestResource[] = () => [],
): Case {
    const network = compliantNetwork(spoil);
    return { resources: stackOf(network, ...more(network)) };
}

/** An example that differs from the stack that every policy accepts in some inputs only. */
export function spoilt(about: string, wrong: Spoil, right: Spoil = {}): Example {
    return { about, wrong: () => compliant(wrong), right: () => compliant(right) };
}
