import { type Problem, problem, warning } from "../../domain/problem";
import type { Joining } from "./joining";

/** Whether the hub lets this VPC associate its zones, and whether it has a profile as well. */
export function checkZoneAccess(joining: Joining): Problem[] {
    const { profileId } = joining.connection;
    const move =
        `${joining.hub} shares the same names in profile ${profileId} too; to move to it, write ` +
        'method: "profile", which associates the profile before it takes the zones away';
    return [...checkRefusals(joining), ...(profileId === undefined ? [] : warning("method", move))];
}

/**
 * What AWS would refuse, or what is there already.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html
 */
function checkRefusals(joining: Joining): Problem[] {
    const { connection, caller, vpcId, vpc, hub } = joining;
    // An older version does not say whom the hub has authorised.
    const { consumers = {} } = connection;
    if (vpcId === undefined) {
        return [];
    }
    const [name, listed] = Object.entries(consumers).find(([, each]) => each.vpcId === vpcId) ?? [];
    // Accounts first: with the credentials of another account nothing else that is said here would be true.
    const owner = vpcId === connection.vpcId ? connection.accountId : listed?.accountId;
    if (owner !== undefined && owner !== caller.accountId) {
        return vpcId === connection.vpcId
            ? ofHub(joining)
            : otherAccount(joining, `${name}`, owner);
    }
    if (vpcId === connection.vpcId) {
        return noNeed(vpcId, "has the endpoints itself", hub);
    }
    if (caller.accountId === connection.accountId) {
        const why = `is in the hub's own account and there as consumers.${name}`;
        return listed === undefined ? [] : noNeed(vpcId, why, hub);
    }
    // To list a VPC that is not there would help nobody; its own check says that it is not.
    if (connection.consumers === undefined || listed !== undefined || vpc?.kind === "absent") {
        return [];
    }
    return notListed(joining, vpcId);
}

function ofHub({ connection, caller, vpcId, hub }: Joining): Problem[] {
    const reason =
        `VPC ${vpcId} is that of the endpoints of ${hub}, in account ${connection.accountId}, and this stack works in ` +
        `account ${caller.accountId}; give the ID of a VPC of account ${caller.accountId}`;
    return problem("vpcId", reason);
}

function noNeed(vpcId: string, why: string, hub: string): Problem[] {
    const reason =
        `VPC ${vpcId} ${why}, so the EksEndpointShare of ${hub} associates it; ` +
        "remove this EksEndpointConsumer, which is for VPCs of other accounts";
    return problem("vpcId", reason);
}

function notListed({ connection, caller, hub }: Joining, vpcId: string): Problem[] {
    const { accountId } = caller;
    const names = Object.keys(connection.consumers ?? {});
    const reason =
        `VPC ${vpcId} of account ${accountId} is not among them (${names.join(", ") || "none"}); add ` +
        `{ vpcId: "${vpcId}", accountId: "${accountId}" } to consumers of the EksEndpointShare in ${hub} under a name ` +
        "of your choice, and run pulumi up there first";
    return problem("connection.consumers", reason);
}

function otherAccount({ caller, vpcId, hub }: Joining, name: string, listed: string): Problem[] {
    const { accountId } = caller;
    const reason =
        `VPC ${vpcId} is there with account ${listed}, and this stack works in account ${accountId}; deploy with ` +
        `the account that owns the VPC, or write accountId: "${accountId}" for consumers.${name} of the ` +
        `EksEndpointShare in ${hub}, and run pulumi up there first`;
    return problem(`connection.consumers.${name}.accountId`, reason);
}
