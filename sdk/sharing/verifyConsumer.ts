import { runtime } from "@pulumi/pulumi";
import { Checked, derive, together } from "../checks/checked";
import { checkedConnection } from "../checks/connection";
import {
    comesFromProgram,
    conclude,
    Findings,
    findStackReference,
    whenKnown,
} from "../checks/later";
import { EksEndpointConnection } from "../domain/connection";
import { ChildScope } from "../endpoint-set/scope";
import { findVpcProblems, HOSTED_ZONES } from "../endpoint-set/verify/vpc";
import { CallerInfo } from "../lookups/caller";
import { lookOrganization } from "../lookups/organization";
import { lookVpc } from "../lookups/vpc";
import { ResolvedConsumerArgs } from "./resolveConsumerArgs";
import { ShareMethod } from "./shareArgs";
import { claimVpc } from "./consumer-checks/claims";
import { findHostProblems } from "./consumer-checks/hosts";
import { Joining } from "./consumer-checks/joining";
import { organizationIn } from "./consumer-checks/membership";
import { findPerimeterProblems } from "./consumer-checks/perimeter";
import { findPlaceProblems } from "./consumer-checks/place";
import { findProfileAccessProblems } from "./consumer-checks/profileAccess";
import { findRangeProblems } from "./consumer-checks/ranges";
import { findZoneAccessProblems } from "./consumer-checks/zoneAccess";

/** The connection, once everything that would keep the VPC from using it has been looked at. */
export function verifyConsumer(
    args: ResolvedConsumerArgs,
    caller: Checked<CallerInfo>,
    scope: ChildScope,
): Checked<EksEndpointConnection> {
    return derive(
        together(checkedConnection(args.connection), caller),
        async ([connection, identity]) => {
            const joining = await gather(args, connection, identity, scope);
            const certain = merge(findAccountFindings(joining), claimVpc(joining, scope));
            const ofVpc = merge(findAttributeProblems(joining), findRangeProblems(joining));
            // What this update may repair is said apart from what it cannot.
            const isOpen = runtime.isDryRun() && (await comesFromProgram(args.vpcId));
            if (isOpen) {
                await conclude(ofVpc, args.vpcId);
            }
            await conclude(isOpen ? certain : merge(certain, ofVpc));
            return connection;
        },
    );
}

async function gather(
    args: ResolvedConsumerArgs,
    connection: EksEndpointConnection,
    caller: CallerInfo,
    scope: ChildScope,
): Promise<Joining> {
    const stack = connection.stack ?? (await findStackReference(args.connection));
    const asksOrganization = args.verify && namesOrganization(connection);
    return {
        args,
        connection,
        hub: stack === undefined ? "the hub's stack" : `stack ${stack}`,
        caller,
        vpcId: await whenKnown(args.vpcId),
        vpc: args.verify ? await whenKnown(lookVpc(args.vpcId, scope)) : undefined,
        organization: asksOrganization ? await lookOrganization(scope) : undefined,
    };
}

function namesOrganization({ perimeter, principals = [] }: EksEndpointConnection): boolean {
    return [...perimeter.organizationIds, ...perimeter.organizationPaths, ...principals].some(
        (text) => organizationIn(text) !== undefined,
    );
}

/** What the connection says of this stack; nothing that an update of this stack changes. */
function findAccountFindings(joining: Joining): Findings {
    const place = findPlaceProblems(joining);
    return merge(
        // Elsewhere all host names are others, which would only repeat it.
        place.length > 0 ? { problems: place, warnings: [] } : findHostProblems(joining),
        joining.args.method === ShareMethod.Profile
            ? findProfileAccessProblems(joining)
            : findZoneAccessProblems(joining),
        findPerimeterProblems(joining),
    );
}

/** What AWS says of the VPC, where it was asked. */
function findAttributeProblems({ vpc }: Joining): Findings {
    return vpc === undefined ? { problems: [], warnings: [] } : findVpcProblems(vpc, HOSTED_ZONES);
}

function merge(...findings: Findings[]): Findings {
    return {
        problems: findings.flatMap(({ problems }) => problems),
        warnings: findings.flatMap(({ warnings }) => warnings),
    };
}
