import { Findings } from "../../checks/later";
import { Problem } from "../../domain/problem";
import { Joining } from "./joining";
import { findMembership, nameAccount, organizationIn } from "./membership";

/** Whether the hub has a profile, and shares it with this account. */
export function findProfileAccessProblems(joining: Joining): Findings {
    const { connection, caller, hub, organization } = joining;
    const { profileId, principals, accountId: owner } = connection;
    if (profileId === undefined) {
        const reason =
            `"profile" was given, and ${hub} has no Route 53 Profile; write method: "profile" in the EksEndpointShare ` +
            "there and run pulumi up, or leave method out here";
        return { problems: [{ path: "method", reason }], warnings: [] };
    }
    if (principals === undefined || [owner, ...principals].includes(caller.accountId)) {
        return { problems: [], warnings: [] };
    }
    const arns = principals.filter((each) => organizationIn(each) !== undefined);
    const membership = findMembership(
        organization,
        "connection.principals",
        arns.filter((arn) => arn.includes(":organization/")),
        arns.filter((arn) => arn.includes(":ou/")),
    );
    return {
        problems: membership.kind === "stranger" ? [stranger(joining, principals)] : [],
        warnings: membership.kind === "unclear" ? membership.warnings : [],
    };
}

function stranger({ caller, organization, hub }: Joining, principals: string[]): Problem {
    const reason =
        `${nameAccount(caller.accountId, organization)} is not among them (${principals.join(", ") || "none"}); add ` +
        `"${caller.accountId}" to principals of the EksEndpointShare in ${hub}, and run pulumi up there first`;
    return { path: "connection.principals", reason };
}
