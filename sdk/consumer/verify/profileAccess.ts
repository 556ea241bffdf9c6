import { findOrganizationId } from "../../domain/identifiers";
import { type Problem, problem } from "../../domain/problem";
import type { Joining } from "./joining";
import { findMembership, nameAccount } from "./membership";

/** Whether the hub has a profile, and shares it with this account. */
export function checkProfileAccess(joining: Joining): Problem[] {
    const { connection, caller, hub, organization } = joining;
    const { profileId, principals, accountId: owner } = connection;
    if (profileId === undefined) {
        const reason =
            `"profile" was given, and ${hub} has no Route 53 Profile; write method: "profile" in the EksEndpointShare ` +
            "there and run pulumi up, or leave method out here";
        return problem("method", reason);
    }
    if (principals === undefined || [owner, ...principals].includes(caller.accountId)) {
        return [];
    }
    const arns = principals.filter((each) => findOrganizationId(each) !== undefined);
    const membership = findMembership(
        organization,
        "connection.principals",
        arns.filter((arn) => arn.includes(":organization/")),
        arns.filter((arn) => arn.includes(":ou/")),
    );
    switch (membership.kind) {
        case "member":
            return [];
        case "stranger":
            return stranger(joining, principals);
        case "unclear":
            return membership.warnings;
    }
}

function stranger({ caller, organization, hub }: Joining, principals: string[]): Problem[] {
    const reason =
        `${nameAccount(caller.accountId, organization)} is not among them (${principals.join(", ") || "none"}); add ` +
        `"${caller.accountId}" to principals of the EksEndpointShare in ${hub}, and run pulumi up there first`;
    return problem("connection.principals", reason);
}
