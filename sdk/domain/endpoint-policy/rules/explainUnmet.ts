import { describeGiven } from "../../wording";
import { findRoleOfSession } from "../language/arns";
import { findKeyNotCarried } from "../language/conditionKeys";
import type { KeyValues, Operator } from "../language/operators";

/** Why no request through an endpoint has what a condition compares with, and what to write instead. */
export interface Unmet {
    why: string;
    instead: string;
    /** What the key holds in every such request, as far as the condition can tell. */
    given: KeyValues;
}

/**
 * The same for a condition whose key such requests do not carry, or whose values their key never has; undefined for any
 * other. Source: IAM User Guide, reference_policies_condition-keys.html, read 2026-11-26
 */
export function explainUnmet(
    key: string,
    values: string[],
    operator: Operator | undefined,
): Unmet | undefined {
    const notCarried = findKeyNotCarried(key);
    if (notCarried !== undefined) {
        return {
            why: `requests through an endpoint do not carry ${notCarried.key}`,
            instead: `compare ${notCarried.instead}`,
            given: undefined,
        };
    }
    if (key.toLowerCase() !== "aws:principalarn" || operator?.family !== "text") {
        return undefined;
    }
    const roles = values.flatMap((value) => findRoleOfSession(value) ?? []);
    return roles.length < values.length
        ? undefined
        : {
              why:
                  `${describeGiven(values[0])} is the ARN of a session, and for a session aws:PrincipalArn ` +
                  "holds the ARN of its role",
              instead: `write ${roles.map((role) => JSON.stringify(role)).join(", ")}`,
              given: ["the ARN of a role"],
          };
}
