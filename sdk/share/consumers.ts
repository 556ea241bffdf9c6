import { VpcAssociationAuthorization } from "@pulumi/aws/route53/vpcAssociationAuthorization";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";
import type { Resource } from "@pulumi/pulumi";

import { demand } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { childNames } from "../connection/names";
import type { VerifiedShare } from "./verify";
import type { SharedZone } from "./zones";

/**
 * Lets the consumers have the zones: a VPC of another account is authorised, and its own stack associates it; a VPC of
 * the hub's account is associated. Nobody gets a zone before it answers, nor one that hides names before those below it.
 */
export function createConsumers(
    { consumers }: VerifiedShare,
    zones: SharedZone[],
    { name, parent }: ChildScope,
): void {
    for (const [consumer, { vpcId, accountId, region }] of consumers) {
        const [consumerVpcId, vpcRegion] = [demand(vpcId), demand(region)];
        const Grant = accountId === undefined ? ZoneAssociation : VpcAssociationAuthorization;
        const grants = new Map<string, Resource>();
        for (const { key, zone, records, hides } of zones) {
            const below = hides.flatMap((hidden) => grants.get(hidden) ?? []);
            const grant = new Grant(
                childNames.consumer(name, consumer, key),
                { zoneId: zone.zoneId, vpcId: consumerVpcId, vpcRegion },
                { parent, dependsOn: [...records, ...below] },
            );
            grants.set(key, grant);
        }
    }
}
