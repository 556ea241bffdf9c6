import { type Input, runtime } from "@pulumi/pulumi";

import { behind, type Checked, derive, together } from "../checks/checked";
import { comesFromProgram, conclude } from "../checks/conclude";
import { whenKnown } from "../checks/sdkInternals";
import { withoutSecrets } from "../checks/secrets";
import type { ChildScope } from "../component/scope";
import type { EksEndpointConnection } from "../connection/connection";
import { ShareMethod } from "../connection/method";
import type { KnownConnection } from "../connection/mockedConnection";
import { findOrigin, nameStack } from "../connection/origin";
import { checkedConnection } from "../connection/readConnection";
import { findOrganizationId } from "../domain/identifiers";
import type { Problem } from "../domain/problem";
import { type CallerInfo, lookCaller } from "../lookups/caller";
import { lookOrganization } from "../lookups/organization";
import { lookVpc } from "../lookups/vpc";
import { arrivedVpc, checkVpc, HOSTED_ZONES } from "../verify/vpc";
import type { ResolvedArgs } from "./defaults";
import { claimVpc } from "./verify/claims";
import { checkShared } from "./verify/hosts";
import type { Joining } from "./verify/joining";
import { checkPerimeter } from "./verify/perimeter";
import { checkPlace } from "./verify/place";
import { checkProfileAccess } from "./verify/profileAccess";
import { checkRanges } from "./verify/ranges";
import { checkStrays } from "./verify/strays";
import { checkZoneAccess } from "./verify/zoneAccess";

/** All that a consumer's children are made of. */
export interface VerifiedConsumer {
    args: ResolvedArgs;
    caller: Checked<CallerInfo>;
    connection: Checked<EksEndpointConnection>;
    vpcId: Input<string>;
}

/** The one stage where everything is looked at that would keep the VPC from using the endpoints. */
export function verifyConsumer(args: ResolvedArgs, scope: ChildScope): VerifiedConsumer {
    const caller = lookCaller(scope);
    const vpcId = arrivedVpc(args.vpcId);
    const known = together(checkedConnection(args.connection), caller);
    const connection = derive(known, async ([given, identity]) => {
        const joining = await gather({ args, connection: given, caller: identity }, vpcId, scope);
        const printable = (problems: Problem[]): Promise<Problem[]> =>
            withoutSecrets(problems, [args.connection, args.vpcId]);
        const certain = await printable([
            ...checkAccount(joining, given),
            ...(args.verify ? await checkStrays(joining, scope) : []),
            ...claimVpc(joining, scope),
        ]);
        const ofVpc = await printable([...checkAttributes(joining), ...checkRanges(joining)]);
        // What this update may repair is said apart from what it cannot.
        const isOpen = runtime.isDryRun() && (await comesFromProgram(args.vpcId));
        if (isOpen) {
            await conclude(ofVpc, args.vpcId);
        }
        await conclude(isOpen ? certain : [...certain, ...ofVpc]);
        return given;
    });
    return { args, caller, connection, vpcId: behind(together(vpcId, connection), args.vpcId) };
}

/** What is known before anything is asked of AWS but the account. */
interface Known {
    args: ResolvedArgs;
    connection: EksEndpointConnection;
    caller: CallerInfo;
}

async function gather(
    { args, connection, caller }: Known,
    vpcId: Checked<string>,
    scope: ChildScope,
): Promise<Joining> {
    const asksOrganization = args.verify && namesOrganization(connection);
    const asked = args.verify ? await whenKnown(lookVpc(vpcId, scope)) : undefined;
    const id = await whenKnown(vpcId);
    return {
        args,
        connection,
        hub: nameStack(await findOrigin(args.connection, connection), "the hub's stack"),
        caller,
        vpcId: id?.passed === true && id.value !== "" ? id.value : undefined,
        vpc: asked?.passed === true ? asked.value : undefined,
        organization: asksOrganization ? await lookOrganization(scope) : undefined,
    };
}

function namesOrganization({ perimeter, principals = [] }: EksEndpointConnection): boolean {
    return [...perimeter.organizationIds, ...perimeter.organizationPaths, ...principals].some(
        (text) => findOrganizationId(text) !== undefined,
    );
}

/** What the connection says of this stack; nothing that an update of this stack changes. */
function checkAccount(joining: Joining, { isMocked }: KnownConnection): Problem[] {
    if (isMocked === true || joining.caller.isMocked === true) {
        return [];
    }
    const place = checkPlace(joining);
    return [
        // Elsewhere all host names are others, which would only repeat it.
        ...(place.length > 0 ? place : checkShared(joining)),
        ...(joining.args.method === ShareMethod.Profile
            ? checkProfileAccess(joining)
            : checkZoneAccess(joining)),
        ...checkPerimeter(joining),
    ];
}

/** What AWS says of the VPC, where it was asked. */
function checkAttributes({ vpc }: Joining): Problem[] {
    return vpc === undefined ? [] : checkVpc(vpc, HOSTED_ZONES);
}
