import { findOrganizationId } from "../../domain/identifiers";
import { type Problem, warning } from "../../domain/problem";
import { type Answer, uncertain } from "../../lookups/lookup";

/** Whether an account is in one of some organisations, or in one of the parts of them that are named. */
export type Membership =
    | { kind: "member" }
    | { kind: "stranger" }
    /** Nobody here can say; the warnings tell why, and are empty where AWS was not to be asked. */
    | { kind: "unclear"; warnings: Problem[] };

/**
 * Looks for the account's own organisation among IDs or ARNs of organisations, and paths or ARNs of parts of them.
 * `path` is where they stand.
 */
export function findMembership(
    own: Answer<string> | undefined,
    path: string,
    organizations: string[],
    parts: string[],
): Membership {
    if (organizations.length + parts.length === 0 || own?.kind === "absent") {
        return { kind: "stranger" };
    }
    if (own?.kind !== "found") {
        return {
            kind: "unclear",
            warnings: own?.kind === "unclear" ? uncertain(path, own.reason) : [],
        };
    }
    const isOwn = (text: string): boolean => findOrganizationId(text) === own.found;
    if (organizations.some(isOwn)) {
        return { kind: "member" };
    }
    const possible = parts.filter(isOwn);
    const reason =
        `could not be verified: only the management account of ${own.found} can tell whether this account ` +
        `is in ${possible.join(" or ")}; make sure that it is`;
    return possible.length === 0
        ? { kind: "stranger" }
        : { kind: "unclear", warnings: warning(path, reason) };
}

/** How to speak of an account, with its organisation where that is known. */
export function nameAccount(accountId: string, own: Answer<string> | undefined): string {
    switch (own?.kind) {
        case "found":
            return `account ${accountId} of organisation ${own.found}`;
        case "absent":
            return `account ${accountId}, which is in no organisation,`;
        default:
            return `account ${accountId}`;
    }
}
