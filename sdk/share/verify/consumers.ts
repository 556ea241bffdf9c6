import type { Input } from "@pulumi/pulumi";

import { type Checked, demand, derive, passing, together, unchecked } from "../../checks/checked";
import { arrived } from "../../checks/missingAnswers";
import { text } from "../../checks/shape";
import type {
    EksEndpointConnection,
    EksEndpointConnectionConsumer,
} from "../../connection/connection";
import { checkVpcId } from "../../domain/identifiers";
import { joinPath, within } from "../../domain/problem";
import { checkRegion } from "../../domain/regions";
import type { ShareConsumer } from "../args";
import { checkConsumerRegion, checkSameVpcs } from "../checkConsumers";
import type { ResolvedArgs } from "../defaults";
import type { ShareSite } from "./site";

/** A consumer's VPC, behind its checks. */
export interface VerifiedConsumer {
    vpcId: Input<string>;
    accountId?: string;
    region: Checked<string>;
}

/** The VPCs of the consumers by name. */
export function verifyConsumers(
    args: ResolvedArgs,
    site: Checked<ShareSite>,
): Map<string, VerifiedConsumer> {
    return new Map(
        Object.entries(args.consumers).map(([name, consumer]) => [
            name,
            verifyConsumer(joinPath("consumers", name), consumer, args, site),
        ]),
    );
}

/** What comes later has not been checked with the other arguments. */
function verifyConsumer(
    path: string,
    { vpcId, accountId, region }: ShareConsumer,
    { method }: ResolvedArgs,
    site: Checked<ShareSite>,
): VerifiedConsumer {
    const own = passing(together(site, unchecked(region)), ([hub, given]) =>
        given === undefined
            ? []
            : within(path, [
                  ...checkRegion(given),
                  ...checkConsumerRegion(given, hub.region, method),
              ]),
    );
    return {
        accountId,
        vpcId:
            typeof vpcId === "string"
                ? vpcId
                : demand(
                      arrived<string>(vpcId, {
                          path: joinPath(path, "vpcId"),
                          shape: text,
                          mocked: "",
                          checkSpelling: (known) => within(path, checkVpcId(known)),
                      }),
                  ),
        region: derive(own, ([hub, given]) => given ?? hub.region),
    };
}

/** The consumers as the connection names them, once it is sure that no VPC is there twice. */
export function listConsumers(
    consumers: Map<string, VerifiedConsumer>,
    site: Checked<ShareSite>,
    connection: Checked<EksEndpointConnection>,
): Checked<{ [name: string]: EksEndpointConnectionConsumer }> {
    const names = [...consumers.keys()];
    const all = [...consumers.values()];
    const vpcIds = unchecked(all.map(({ vpcId }) => vpcId));
    const regions = together(...all.map(({ region }) => region));
    const known = passing(
        together(site, connection, vpcIds, regions),
        ([, { vpcId: hubVpcId }, ids]) =>
            checkSameVpcs(
                names.map((name, i) => ({ name, vpcId: ids[i] ?? "" })),
                hubVpcId,
            ),
    );
    return derive(known, ([{ accountId }, , ids, places]) =>
        Object.fromEntries(
            names.map((name, i) => [
                name,
                {
                    vpcId: ids[i] ?? "",
                    accountId: all[i]?.accountId ?? accountId,
                    region: places[i] ?? "",
                },
            ]),
        ),
    );
}
