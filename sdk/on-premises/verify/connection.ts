import { Checked, derive, together, unchecked } from "../../checks/checked";
import { checkedConnection } from "../../checks/connection";
import { conclude, Findings } from "../../checks/later";
import { EksEndpointConnection } from "../../domain/connection";
import { Problem } from "../../domain/problem";
import { describeGiven } from "../../domain/wording";
import { ChildScope } from "../../endpoint-set/scope";
import { lookCaller } from "../../lookups/caller";
import { ResolvedArgs } from "../resolveArgs";

/** The host names of a connection, once it is certain that the VPC answers for them. */
export function verifyHostNames(args: ResolvedArgs, scope: ChildScope): Checked<string[]> {
    const known = together(
        checkedConnection(args.connection),
        unchecked(args.vpcId),
        lookCaller(scope),
    );
    return derive(known, async ([connection, vpcId, { region }]) => {
        const findings = findConnectionFindings(connection, vpcId, region);
        // A connection says at once what its arguments make of it, so that no update repairs what is wrong here.
        await conclude(findings);
        return hostNamesOf(connection);
    });
}

/** What keeps a VPC from answering for the host names of a connection. */
export function findConnectionFindings(
    connection: EksEndpointConnection,
    vpcId: string,
    region: string,
): Findings {
    const { problems, warnings } = findVpcFindings(connection, vpcId);
    return {
        problems: [
            ...findRegionProblems(connection, region),
            ...findNameProblems(connection),
            ...problems,
        ],
        warnings,
    };
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

function findRegionProblems(connection: EksEndpointConnection, region: string): Problem[] {
    const reason =
        `the endpoints are in ${connection.region}, and the Resolver endpoint would be in ${region}; give ` +
        `region: "${connection.region}" and a VPC there, or the connection of endpoints in ${region}`;
    return connection.region === region ? [] : [{ path: "connection.region", reason }];
}

/** A host name as it may stand in the settings of a DNS server, where anything else could change their meaning. */
const HOST_NAME =
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

function findNameProblems(connection: EksEndpointConnection): Problem[] {
    const names = hostNamesOf(connection);
    if (names.length > 0) {
        return names
            .filter((name) => !HOST_NAME.test(name))
            .map((name) => ({
                path: "connection",
                reason: `${describeGiven(name)} is no host name; pass the output of ${stackOf(connection)} on unchanged`,
            }));
    }
    const reason = connection.privateDnsEnabled
        ? `has no host names, because none are known for ${connection.region}; forward the names of your clients yourself`
        : `has no host names that resolve in a VPC, because ${stackOf(connection)} has privateDnsEnabled: false and ` +
          "shares none; give the connection of an EksEndpointShare, or turn private DNS on there";
    return [{ path: "connection", reason }];
}

function findVpcFindings(connection: EksEndpointConnection, vpcId: string): Findings {
    const { consumers = {}, profileId } = connection;
    const sees = [connection, ...Object.values(consumers)].some((each) => each.vpcId === vpcId);
    const isShared = Object.keys(connection.hostedZoneIds).length > 0;
    if (vpcId === connection.vpcId || (isShared && sees) || hostNamesOf(connection).length === 0) {
        return { problems: [], warnings: [] };
    }
    if (isShared && profileId !== undefined) {
        const warning =
            `vpcId: VPC ${vpcId} is none of the consumers that ${stackOf(connection)} names, so it answers for the ` +
            `host names only if it uses profile ${profileId}; an EksEndpointConsumer sees to that`;
        return { problems: [], warnings: [warning] };
    }
    const remedy = isShared
        ? `or add ${vpcId} to the consumers of the EksEndpointShare in ${stackOf(connection)}`
        : `or share the endpoints with ${vpcId}: privateDnsEnabled: false and an EksEndpointShare in ${stackOf(connection)}`;
    const reason =
        `VPC ${vpcId} does not answer for the host names, which resolve in ${describeVpcs(connection, isShared)} only; ` +
        `give one of these, ${remedy}`;
    return { problems: [{ path: "vpcId", reason }], warnings: [] };
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
    return stack === undefined ? "the stack of the endpoints" : `stack ${stack}`;
}
