import { type Problem, problem, warning } from "../../domain/problem";
import { writeList } from "../../domain/wording";
import type { Joining } from "./joining";
import { findMembership, nameAccount } from "./membership";

/** Whether the endpoint policies let principals of this account through. */
export function checkPerimeter(joining: Joining): Problem[] {
    const { connection, caller, organization, hub } = joining;
    const { accountIds, organizationIds, organizationPaths } = connection.perimeter;
    if (accountIds.length + organizationIds.length + organizationPaths.length === 0) {
        const reason =
            `is not known: the endpoints of ${hub} have whole documents as policies; make sure ` +
            `that policyDocuments of the EksEndpointSet there let account ${caller.accountId} through`;
        return warning("connection.perimeter", reason);
    }
    if (accountIds.includes(caller.accountId)) {
        return [];
    }
    const membership = findMembership(
        organization,
        "connection.perimeter",
        organizationIds,
        organizationPaths,
    );
    switch (membership.kind) {
        case "member":
            return [];
        case "stranger":
            return stranger(joining);
        case "unclear":
            return membership.warnings;
    }
}

function stranger({ connection, caller, organization, hub }: Joining): Problem[] {
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
    return problem("connection.perimeter", reason);
}
