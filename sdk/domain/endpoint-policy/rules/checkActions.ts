import type { Problem } from "../../problem";
import { type EksService, serviceFacts } from "../../services";
import { describeGiven, describeNearest } from "../../wording";
import { everyActionOf, listActions } from "../language/actions";
import type { PolicyStatement } from "../language/document";
import { hasWildcard, matches, toPattern } from "../language/pattern";

/** Actions of a statement that do not exist or never arrive at the service's endpoint. `eks-proxy` publishes none to compare with. */
export function checkActions(
    path: string,
    statement: PolicyStatement,
    service: EksService,
): Problem[] {
    const { actionPrefix } = serviceFacts(service);
    if (actionPrefix === undefined) {
        return [];
    }
    const { Effect, Action } = statement;
    const consequence =
        Effect === "Allow" && Action?.every((action) => isForeign(action, actionPrefix))
            ? `, so this lets nobody through; write actions of ${actionPrefix}, such as ${everyActionOf(service)}`
            : "; remove it";
    return (["Action", "NotAction"] as const).flatMap((element) =>
        (statement[element] ?? []).flatMap((action) => {
            const reason = isForeign(action, actionPrefix)
                ? `${describeGiven(action)} is an action of another service, and the endpoint of ${service} carries only ` +
                  `those of ${actionPrefix}${consequence}`
                : judgeName(action, actionPrefix);
            return reason === undefined ? [] : [{ path: `${path}.${element}`, reason }];
        }),
    );
}

function isForeign(action: string, actionPrefix: string): boolean {
    const [prefix = "", name] = action.split(":");
    return name !== undefined && !hasWildcard(prefix) && prefix.toLowerCase() !== actionPrefix;
}

function judgeName(action: string, actionPrefix: string): string | undefined {
    const known = listActions(actionPrefix);
    if (known.some((each) => fits(action, each))) {
        return undefined;
    }
    const given = describeGiven(action);
    if (!action.includes(":")) {
        const hint = describeNearest(`${actionPrefix}:${action}`, known);
        return `${given} is no action; write service prefix and name, such as ${known[0]}${hint}`;
    }
    return `${given} fits no action of ${actionPrefix}${describeNearest(action, known)}`;
}

function fits(action: string, known: string): boolean {
    return matches(toPattern(action.toLowerCase(), "wildcards"), known.toLowerCase());
}
