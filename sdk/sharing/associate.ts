import { ProfilesAssociation } from "@pulumi/aws/route53/profilesAssociation";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";
import { Checked, demand, derive, together, unchecked } from "../checks/checked";
import { EksEndpointConnection } from "../domain/connection";
import { findHosts } from "../domain/hostNames";
import { ChildScope } from "../endpoint-set/scope";
import { planHosts } from "./hosts";
import { childNames } from "./names";
import { ResolvedConsumerArgs } from "./resolveConsumerArgs";
import { ShareMethod } from "./shareArgs";

/**
 * Associates the VPC with the profile, or with the hosted zone of each host name. A change replaces an association
 * after the old one has gone: a VPC takes one profile, and one zone of a name.
 */
export function associate(
    args: ResolvedConsumerArgs,
    connection: Checked<EksEndpointConnection>,
    { name, parent, region, tags }: ChildScope,
): void {
    const options = { parent, deleteBeforeReplace: true };
    const vpcId = demand(derive(together(unchecked(args.vpcId), connection), ([id]) => id));
    if (args.method === ShareMethod.Profile) {
        const profileId = demand(derive(connection, (known) => known.profileId ?? ""));
        new ProfilesAssociation(
            childNames.profileAssociation(name),
            { profileId, resourceId: vpcId, region, tags },
            options,
        );
        return;
    }
    for (const { key } of planHosts(args)) {
        const zoneId = demand(derive(connection, (known) => zoneIdOf(known, args, key)));
        const vpcRegion = demand(derive(connection, (known) => known.region));
        new ZoneAssociation(
            childNames.association(name, key),
            { zoneId, vpcId, vpcRegion },
            options,
        );
    }
}

function zoneIdOf(
    { region, hostedZoneIds }: EksEndpointConnection,
    { services }: ResolvedConsumerArgs,
    key: string,
): string {
    const host = findHosts(services, region).find((each) => each.key === key);
    return hostedZoneIds[host?.hostName ?? ""] ?? "";
}
