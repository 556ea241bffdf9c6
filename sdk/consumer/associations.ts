import { ProfilesAssociation } from "@pulumi/aws/route53/profilesAssociation";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";
import type { Resource } from "@pulumi/pulumi";

import { demand, derive } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import type { EksEndpointConnection } from "../connection/connection";
import { planHosts } from "../connection/hosts";
import { ShareMethod } from "../connection/method";
import { childNames } from "../connection/names";
import { findHosts, orderHosts } from "../domain/hostNames";
import type { EksService } from "../domain/services";
import type { VerifiedConsumer } from "./verify";

/**
 * Associates the VPC with the profile, or with the hosted zone of each host name. A change replaces an association
 * after the old one has gone: a VPC takes one profile of a priority, one zone of a name.
 */
export function createAssociations(
    { args, connection, vpcId }: VerifiedConsumer,
    { name, parent, region, tags }: ChildScope,
): void {
    const options = { parent, deleteBeforeReplace: true };
    if (args.method === ShareMethod.Profile) {
        const profileId = demand(derive(connection, (known) => known.profileId ?? ""));
        new ProfilesAssociation(
            childNames.profileAssociation(name),
            { profileId, resourceId: vpcId, region, tags },
            options,
        );
        return;
    }
    const associations = new Map<string, Resource>();
    for (const { key, hides } of orderHosts(planHosts(args))) {
        const zoneId = demand(derive(connection, (known) => zoneIdOf(known, args.services, key)));
        const vpcRegion = demand(derive(connection, (known) => known.region));
        const association = new ZoneAssociation(
            childNames.association(name, key),
            { zoneId, vpcId, vpcRegion },
            // A zone hides the names below its own, so those come before it, and go after it.
            { ...options, dependsOn: hides.flatMap((below) => associations.get(below) ?? []) },
        );
        associations.set(key, association);
    }
}

function zoneIdOf(
    { region, hostedZoneIds }: EksEndpointConnection,
    services: EksService[],
    key: string,
): string {
    const host = findHosts(services, region).find((each) => each.key === key);
    return hostedZoneIds[host?.hostName ?? ""] ?? "";
}
