import { type Input, isSecret, output, runtime } from "@pulumi/pulumi";

import { type Checked, derive, passing, together, unchecked } from "../checks/checked";
import { conclude } from "../checks/conclude";
import { whenKnown } from "../checks/sdkInternals";
import { withoutSecrets } from "../checks/secrets";
import type { ChildScope } from "../component/scope";
import { type AskedSet, findRememberedSet, type RememberedSet } from "../connection/askedSets";
import type {
    EksEndpointConnection,
    EksEndpointConnectionConsumer,
} from "../connection/connection";
import type { KnownConnection } from "../connection/mockedConnection";
import { checkedConnection } from "../connection/readConnection";
import { findHosts } from "../domain/hostNames";
import type { EksService } from "../domain/services";
import { type CallerInfo, lookCaller } from "../lookups/caller";
import { lookLastState, ownStackName } from "../lookups/ownStack";
import type { ResolvedArgs } from "./defaults";
import {
    listConsumers,
    type VerifiedConsumer,
    verifyConsumers,
    verifyDistinct,
} from "./verify/consumers";
import type { FormerConnection } from "./verify/formerConnection";
import { sayRemoved } from "./verify/removedConsumers";
import { checkSharedSet } from "./verify/sharedSet";
import { checkPlace, checkSite, type ShareSite } from "./verify/site";
import { verifyStrays } from "./verify/strays";
import { sayZoneGaps } from "./verify/zoneGaps";

/** All that a share's children are made of, each behind its checks. */
export interface VerifiedShare {
    args: ResolvedArgs;
    site: Checked<ShareSite>;
    connection: Checked<EksEndpointConnection>;
    /** The endpoints' VPC; in a preview it is known where the connection is not, as when an endpoint is added. */
    vpcId: Checked<string>;
    consumers: Map<string, VerifiedConsumer>;
    /** The consumers as the connection names them. */
    listed: Checked<{ [name: string]: EksEndpointConnectionConsumer }>;
    /** Has passed when the consumers that are gone have been named. */
    goodbyes: Checked<void>;
    /** Has passed when a preview has said which names nobody answers for a while. */
    gaps: Checked<void>;
}

/**
 * The one stage where everything is judged that a preview may not know, or that AWS has to say. The connection as a whole is
 * unknown until the endpoints are there; what its set was asked for is not, where the same program creates it, and so the
 * first preview can speak already.
 */
export function verifyShare(
    args: ResolvedArgs,
    former: FormerConnection,
    scope: ChildScope,
): VerifiedShare {
    const caller = lookCaller(scope);
    const set = findRememberedSet(args.connection);
    // Without the VPC, which a preview may not know.
    const asked = unchecked(set.then((known) => known?.asked));
    const site = verifySite(args, caller, asked);
    const connection = verifyConnection(args, site, asked);
    const consumers = verifyConsumers(args, site);
    const hubVpcId = verifyDistinct(consumers, verifyHubVpc(set, site, connection));
    const strays = verifyStrays(args, site, hubVpcId, consumers, scope);
    return {
        args,
        site,
        connection,
        vpcId: derive(together(hubVpcId, strays), ([vpcId]) => vpcId),
        consumers,
        listed: listConsumers(consumers, site, hubVpcId),
        goodbyes: derive(together(caller, former), ([{ accountId }, last]) =>
            sayRemoved(last, args, accountId),
        ),
        gaps: derive(together(site, hubVpcId), async ([{ hosts, region }, vpcId]) => {
            if (runtime.isDryRun() && !(await isSecret(output(args.connection)))) {
                const answer = await lookLastState();
                const last = answer.kind === "found" ? answer.found : {};
                sayZoneGaps({ name: scope.name, hosts, region, hubVpcId: vpcId, last });
            }
        }),
    };
}

/** What a connection says of its endpoints' owner, before its form has been checked. */
interface Owned {
    accountId?: string;
}

function verifySite(
    args: ResolvedArgs,
    caller: Checked<CallerInfo>,
    asked: Checked<AskedSet | undefined>,
): Checked<ShareSite> {
    const judged = passing(together(caller, asked), async ([place, set]) => {
        // Endpoints of another stack say whose they are, unless a preview does not know them yet.
        const given = (set === undefined ? args.connection : {}) as Input<Owned>;
        const endpoints = await whenKnown(given);
        const problems = checkSite(args, place, endpoints);
        if (problems.length > 0 || set === undefined) {
            return problems;
        }
        return checkSharedSet({ ...set, stack: ownStackName() }, args, place.region);
    });
    return derive(judged, ([place]) => ({
        ...place,
        hosts: findHosts(args.services, place.region),
    }));
}

function verifyConnection(
    args: ResolvedArgs,
    site: Checked<ShareSite>,
    asked: Checked<AskedSet | undefined>,
): Checked<EksEndpointConnection> {
    const known = together(site, asked, checkedConnection(args.connection));
    return derive(known, async ([place, set, { isMocked, ...connection }]) => {
        if (isMocked !== true && place.isMocked !== true) {
            await conclude(await withoutSecrets(checkPlace(connection, place), args.connection));
            const problems = await withoutSecrets(
                checkSharedSet(factsOf(connection), args, place.region),
                args.connection,
            );
            // What is worth knowing of a set in the same program has been said above.
            await conclude(
                set === undefined
                    ? problems
                    : problems.filter(({ isWarning }) => isWarning !== true),
            );
        }
        return connection;
    });
}

/** A preview that did not know the VPC would show every zone as replaced. */
function verifyHubVpc(
    set: Promise<RememberedSet | undefined>,
    site: Checked<ShareSite>,
    connection: Checked<EksEndpointConnection>,
): Checked<string> {
    const verified = derive(connection, ({ vpcId }) => vpcId);
    return runtime.isDryRun()
        ? output(
              set.then((known) =>
                  known === undefined
                      ? verified
                      : derive(together(site, unchecked(known.vpcId)), ([, vpcId]) => vpcId),
              ),
          )
        : verified;
}

/** What a set of another stack was asked for, as its connection tells. */
function factsOf(connection: KnownConnection): AskedSet & { stack?: string } {
    return { ...connection, services: Object.keys(connection.services) as EksService[] };
}
