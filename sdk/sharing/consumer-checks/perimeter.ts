import { Findings } from "../../checks/later";
import { Problem } from "../../domain/problem";
import { writeList } from "../../domain/wording";
import { Joining } from "./joining";
import { findMembership, nameAccount } from "./membership";

/** Whether the endpoint policies let principals of this account through. */
export function findPerimeterProblems(joining: Joining): Findings {
    const { connection, caller, organization, hub } = joining;
    const { accountIds, organizationIds, organizationPaths } = connection.perimeter;
    if (accountIds.length + organizationIds.length + organizationPaths.length === 0) {
        const warning =
            `connection.perimeter is not known: the endpoints of ${hub} have whole documents as policies; make sure ` +
            `that policyDocuments of the EksEndpointSet there let account ${caller.accountId} through`;
        return { problems: [], warnings: [warning] };
    }
    if (accountIds.includes(caller.accountId)) {
        return { problems: [], warnings: [] };
    }
    const membership = findMembership(
        organization,
        "connection.perimeter",
        organizationIds,
        organizationPaths,
    );
    return {
        problems: membership.kind === "stranger" ? [stranger(joining)] : [],
        warnings: membership.kind === "unclear" ? membership.warnings : [],
    };
}

function stranger({ connection, caller, organization, hub }: Joining): Problem {
    const { accountIds, organizationIds, organizationPaths } = connection.perimeter;
    const admitted = [...accountIds, ...organizationIds, ...organizationPaths].join(", ");
    const byOrganization =
        organization?.kind === "found"
            ? `, or organizationIds: ${writeList([...organizationIds, organization.found])}`
            : "";
    const reason =
        `the endpoint policies do not let ${nameAccount(caller.accountId, organization)} through, only ${admitted}; ` +
        `in endpointPolicy of the EksEndpointSet in ${hub} write accountIds: ` +
        `${writeList([...accountIds, caller.accountId])}${byOrganization}`;
    return { path: "connection.perimeter", reason };
}
