import { VpcAssociationAuthorization } from "@pulumi/aws/route53/vpcAssociationAuthorization";
import { Zone } from "@pulumi/aws/route53/zone";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";
import { Input } from "@pulumi/pulumi";
import { Checked, demand, derive, refuse, together, unchecked } from "../checks/checked";
import { joinPath, within } from "../domain/problem";
import { checkRegion } from "../domain/regions";
import { checkConsumerRegion, checkVpcId } from "./checkShareConsumers";
import { childNames } from "./names";
import { ShareConsumer } from "./shareArgs";
import { ResolvedShare } from "./shareDefaults";
import { ShareScope } from "./shareScope";
import { ShareSite } from "./verifyShare";

/** A consumer's VPC, behind its checks. */
export interface ConsumerVpc {
    vpcId: Input<string>;
    accountId?: string;
    region: Checked<string>;
}

/** The VPCs of the consumers by name. */
export function planConsumers(
    args: ResolvedShare,
    site: Checked<ShareSite>,
): Map<string, ConsumerVpc> {
    return new Map(
        Object.entries(args.consumers).map(([name, consumer]) => [
            name,
            planConsumer(joinPath("consumers", name), consumer, args, site),
        ]),
    );
}

/** What comes later has not been checked with the other arguments. */
function planConsumer(
    path: string,
    { vpcId, accountId, region }: ShareConsumer,
    { method }: ResolvedShare,
    site: Checked<ShareSite>,
): ConsumerVpc {
    return {
        accountId,
        vpcId:
            typeof vpcId === "string"
                ? vpcId
                : demand(
                      derive(unchecked(vpcId), (known) => {
                          refuse(within(path, checkVpcId(known)));
                          return known;
                      }),
                  ),
        region: derive(together(site, unchecked(region)), ([hub, given]) => {
            const own = given ?? hub.region;
            const problems = [...checkRegion(own), ...checkConsumerRegion(own, hub.region, method)];
            refuse(given === undefined ? [] : within(path, problems));
            return own;
        }),
    };
}

/**
 * Lets the consumers have the zones: a VPC of another account is authorised, and its own stack associates it; a VPC of
 * the hub's account is associated.
 */
export function createConsumers(
    consumers: Map<string, ConsumerVpc>,
    zones: Map<string, Zone>,
    { name, parent }: ShareScope,
): void {
    for (const [consumer, { vpcId, accountId, region }] of consumers) {
        const vpcRegion = demand(region);
        const Grant = accountId === undefined ? ZoneAssociation : VpcAssociationAuthorization;
        for (const [key, { zoneId }] of zones) {
            new Grant(
                childNames.consumer(name, consumer, key),
                { zoneId, vpcId, vpcRegion },
                { parent },
            );
        }
    }
}
