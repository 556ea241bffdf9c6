import { VpcAssociationAuthorization } from "@pulumi/aws/route53/vpcAssociationAuthorization";
import type { Zone } from "@pulumi/aws/route53/zone";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";

import { demand } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { childNames } from "../connection/names";
import type { VerifiedShare } from "./verify";

/**
 * Lets the consumers have the zones: a VPC of another account is authorised, and its own stack associates it; a VPC of
 * the hub's account is associated.
 */
export function createConsumers(
    { consumers }: VerifiedShare,
    zones: Map<string, Zone>,
    { name, parent }: ChildScope,
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
