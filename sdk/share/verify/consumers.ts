import { type Checked, derive, ifKnown, passing, together, unchecked } from "../../checks/checked";
import { refuse } from "../../checks/conclude";
import { arrived } from "../../checks/missingAnswers";
import { withoutSecrets } from "../../checks/secrets";
import { text } from "../../checks/shape";
import type { EksEndpointConnectionConsumer } from "../../connection/connection";
import { checkVpcId } from "../../domain/identifiers";
import { joinPath, within } from "../../domain/problem";
import { checkRegion } from "../../domain/regions";
import type { ShareConsumer } from "../args";
import { checkConsumerRegion, checkSameVpcs } from "../checkConsumers";
import type { ResolvedArgs } from "../defaults";
import type { ShareSite } from "./site";

/** A consumer's VPC, behind its checks. */
export interface VerifiedConsumer {
    vpcId: Checked<string>;
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
    const own = passing(together(site, verifyRegion(path, region)), ([hub, given]) =>
        given === ""
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
                ? unchecked(vpcId)
                : arrived<string>(vpcId, {
                      path: joinPath(path, "vpcId"),
                      shape: text,
                      mocked: "",
                      checkSpelling: (known) => within(path, checkVpcId(known)),
                  }),
        region: derive(own, ([hub, given]) => (given === "" ? hub.region : given)),
    };
}

/** A consumer's region, which is the endpoints' where it is empty: none was given, or the mocks of a unit test leave it out. */
function verifyRegion(path: string, region: ShareConsumer["region"]): Checked<string> {
    return region === undefined || typeof region === "string"
        ? unchecked(region ?? "")
        : arrived<string>(region, { path: joinPath(path, "region"), shape: text, mocked: "" });
}

/**
 * The endpoints' VPC, once nothing is wrong with any consumer and none of their VPCs is there twice, as far as a preview
 * knows them: what it does not know yet must not make the zones unknown.
 */
export function verifyDistinct(
    consumers: Map<string, VerifiedConsumer>,
    hubVpcId: Checked<string>,
): Checked<string> {
    const all = [...consumers.values()];
    const vpcIds = all.map(({ vpcId }) => vpcId);
    const known = together(
        hubVpcId,
        together(...vpcIds.map(ifKnown)),
        together(...all.map(({ region }) => ifKnown(region))),
    );
    return derive(known, async ([hub, ids]) => {
        const vpcs = [...consumers.keys()].flatMap((name, i) =>
            ids[i] === undefined ? [] : [{ name, vpcId: ids[i] }],
        );
        refuse(await withoutSecrets(checkSameVpcs(vpcs, hub), vpcIds));
        return hub;
    });
}

/** The consumers as the connection names them. */
export function listConsumers(
    consumers: Map<string, VerifiedConsumer>,
    site: Checked<ShareSite>,
    vpcId: Checked<string>,
): Checked<{ [name: string]: EksEndpointConnectionConsumer }> {
    const names = [...consumers.keys()];
    const all = [...consumers.values()];
    const vpcIds = together(...all.map((consumer) => consumer.vpcId));
    const regions = together(...all.map(({ region }) => region));
    return derive(together(site, vpcIds, regions, vpcId), ([{ accountId }, ids, places]) =>
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
