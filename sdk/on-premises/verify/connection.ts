import { type Checked, derive, passing, together } from "../../checks/checked";
import type { ChildScope } from "../../component/scope";
import type { EksEndpointConnection } from "../../connection/connection";
import { nameStack } from "../../connection/origin";
import { checkedConnection } from "../../connection/readConnection";
import { type Problem, problem, warning } from "../../domain/problem";
import { describeGiven } from "../../domain/wording";
import { lookCaller } from "../../lookups/caller";
import type { ResolvedArgs } from "../defaults";

/** The host names of a connection, once it is certain that the VPC answers for them. */
export function verifyHostNames(
    args: ResolvedArgs,
    vpcId: Checked<string>,
    scope: ChildScope,
): Checked<string[]> {
    const known = together(checkedConnection(args.connection), vpcId, lookCaller(scope));
    // A connection says at once what its arguments make of it, so that no update repairs what is wrong here.
    const judged = passing(known, ([connection, inVpc, { region, isMocked }]) =>
        connection.isMocked === true || isMocked === true
            ? []
            : checkNames(connection, inVpc, region),
    );
    return derive(judged, ([connection]) => hostNamesOf(connection));
}

/** What keeps a VPC from answering for the host names of a connection. */
export function checkNames(
    connection: EksEndpointConnection,
    vpcId: string,
    region: string,
): Problem[] {
    return [
        ...checkPlace(connection, region),
        ...checkHostNames(connection),
        ...checkSight(connection, vpcId),
    ];
}

/** Names that resolve inside the VPCs of a connection: those of the shared zones, or else those of private DNS. */
export function hostNamesOf({
    hostedZoneIds,
    privateDnsEnabled,
    services,
}: EksEndpointConnection): string[] {
    const shared = Object.keys(hostedZoneIds);
    const own = privateDnsEnabled
        ? Object.values(services).flatMap(({ hostNames }) => hostNames)
        : [];
    return [...new Set(shared.length > 0 ? shared : own)];
}

function checkPlace(connection: EksEndpointConnection, region: string): Problem[] {
    const reason =
        `the endpoints are in ${connection.region}, and the Resolver endpoint would be in ${region}; give ` +
        `region: "${connection.region}" and a VPC there, or the connection of endpoints in ${region}`;
    return connection.region === region ? [] : problem("connection.region", reason);
}

/** A host name as it may stand in the settings of a DNS server, where anything else could change their meaning. */
const HOST_NAME =
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

function checkHostNames(connection: EksEndpointConnection): Problem[] {
    const names = hostNamesOf(connection);
    if (names.length > 0) {
        return names
            .filter((name) => !HOST_NAME.test(name))
            .flatMap((name) =>
                problem(
                    "connection",
                    `${describeGiven(name)} is no host name; pass the output of ${stackOf(connection)} on unchanged`,
                ),
            );
    }
    const reason = connection.privateDnsEnabled
        ? `has no host names, because none are known for ${connection.region}; forward the names of your clients yourself`
        : `has no host names that resolve in a VPC, because ${stackOf(connection)} has privateDnsEnabled: false and ` +
          "shares none; give the connection of an EksEndpointShare, or turn private DNS on there";
    return problem("connection", reason);
}

/** Whether the VPC sees the host names. */
function checkSight(connection: EksEndpointConnection, vpcId: string): Problem[] {
    const { consumers = {}, profileId } = connection;
    const sees = [connection, ...Object.values(consumers)].some((each) => each.vpcId === vpcId);
    const isShared = Object.keys(connection.hostedZoneIds).length > 0;
    if (vpcId === connection.vpcId || (isShared && sees) || hostNamesOf(connection).length === 0) {
        return [];
    }
    if (isShared && profileId !== undefined) {
        const reason =
            `VPC ${vpcId} is none of the consumers that ${stackOf(connection)} names, so it answers for the ` +
            `host names only if it uses profile ${profileId}; an EksEndpointConsumer sees to that`;
        return warning("vpcId", reason);
    }
    const remedy = isShared
        ? `or add ${vpcId} to the consumers of the EksEndpointShare in ${stackOf(connection)}`
        : `or share the endpoints with ${vpcId}: privateDnsEnabled: false and an EksEndpointShare in ${stackOf(connection)}`;
    const reason =
        `VPC ${vpcId} does not answer for the host names, which resolve in ${describeVpcs(connection, isShared)} only; ` +
        `give one of these, ${remedy}`;
    return problem("vpcId", reason);
}

const MOST_SHOWN = 4;

function describeVpcs({ vpcId, consumers = {} }: EksEndpointConnection, isShared: boolean): string {
    const shared = isShared ? Object.entries(consumers) : [];
    const names = [
        `${vpcId} (the endpoints' own)`,
        ...shared.map(([name, consumer]) => `${consumer.vpcId} (${name})`),
    ];
    const more = names.length - MOST_SHOWN;
    return names.slice(0, MOST_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function stackOf({ stack }: EksEndpointConnection): string {
    return nameStack(stack, "the stack of the endpoints");
}
