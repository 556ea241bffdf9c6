import { functions, resources } from "../../../simulated-aws/index";
import type { ServiceModel } from "./botocore";
import type { Comparison } from "./comparison";

/** A call that the simulated AWS plays. */
interface PlayedCall {
    service: string;
    call: string;
}

function playedCalls(): PlayedCall[] {
    const calls = [
        ...resources.flatMap(({ operations: { service, create, update, delete: remove } }) =>
            [create, update, remove]
                .filter((call) => call !== undefined)
                .map((call) => ({ service, call })),
        ),
        ...functions.map(({ operations }) => operations),
    ];
    const byName = new Map(calls.map((each) => [`${each.service} ${each.call}`, each]));
    return [...byName.values()];
}

/** Whether each call that is played exists. */
export function compareCalls(modelOf: (service: string) => ServiceModel): Comparison {
    // What begins with a small letter is made by the provider itself.
    const calls = playedCalls().filter(({ call }) => /^[A-Z]/.test(call));
    return {
        compared: `${calls.length} calls of ${new Set(calls.map(({ service }) => service)).size} services`,
        disagreements: calls
            .filter(({ service, call }) => !(call in modelOf(service).operations))
            .map(({ service, call }) => `${service} has no call ${call}`),
    };
}
