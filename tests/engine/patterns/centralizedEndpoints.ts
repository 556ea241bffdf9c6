import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import { Provider } from "@pulumi/aws/provider";
import { VpcAssociationAuthorization } from "@pulumi/aws/route53/vpcAssociationAuthorization";
import { Zone } from "@pulumi/aws/route53/zone";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";

import { vpcInputs } from "../../support/network";
import { createNetwork } from "../network";
import { REGION, rolesIn } from "../support";
import { allTraffic, apexAlias, interfaceEndpoint, organizationOnly, SPOKE_ACCOUNT } from "./parts";

/** What is left out or written otherwise than AWS describes it. */
export type Mistake =
    | "no AAAA records"
    | "one of two names"
    | "no authorization"
    | "credentials of the hub"
    | "private DNS beside";

const HOSTS: { [service: string]: string[] } = {
    eks: [`eks.${REGION}.amazonaws.com`, `eks.${REGION}.api.aws`],
    "eks-auth": [`eks-auth.${REGION}.api.aws`],
    "oidc-eks": [`oidc.eks.${REGION}.amazonaws.com`, `oidc-eks.${REGION}.api.aws`],
};

/**
 * Endpoints of a hub for a VPC of another account: private DNS off, a zone with apex aliases for every host name, and for
 * every zone an authorization of the hub and an association with the spoke's credentials.
 * https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html
 */
export function centralizedEndpoints(mistake?: Mistake) {
    const spokeProvider = new Provider("spoke", {
        region: REGION,
        assumeRoles: rolesIn(SPOKE_ACCOUNT),
    });
    const spoke = new Vpc("spoke", vpcInputs("10.50", false), { provider: spokeProvider });
    const { vpc, vpcId, subnetIds } = createNetwork("hub", { hasIpv6: true });
    allTraffic(vpcId);
    const group = createGroup(vpc, spoke);
    for (const [service, hosts] of Object.entries(HOSTS)) {
        const endpoint = interfaceEndpoint(
            service,
            { vpcId, subnetIds },
            {
                securityGroupIds: [group.id],
                ipAddressType: "dualstack",
                dnsOptions: { dnsRecordIpType: "dualstack" },
                privateDnsEnabled: mistake === "private DNS beside",
                ...(service === "oidc-eks" ? {} : { policy: organizationOnly(`${service}:*`) }),
            },
        );
        for (const host of mistake === "one of two names" ? hosts.slice(0, 1) : hosts) {
            const zone = new Zone(
                host,
                { name: host, vpcs: [{ vpcId }] },
                { ignoreChanges: ["vpcs"] },
            );
            for (const type of mistake === "no AAAA records" ? ["A"] : ["A", "AAAA"]) {
                apexAlias(`${host}-${type}`, zone, type, endpoint);
            }
            share(host, zone, spoke, spokeProvider, mistake);
        }
    }
    return { spokeVpcId: spoke.id };
}

function createGroup(hub: Vpc, spoke: Vpc): SecurityGroup {
    return new SecurityGroup("endpoints", {
        vpcId: hub.id,
        ingress: [
            {
                description: "HTTPS from the hub and the spoke",
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: [hub.cidrBlock, spoke.cidrBlock],
                ipv6CidrBlocks: [hub.ipv6CidrBlock],
            },
        ],
        egress: [],
    });
}

/** Brings a zone to the VPC of the other account. */
function share(host: string, zone: Zone, spoke: Vpc, provider: Provider, mistake?: Mistake): void {
    const pair = { zoneId: zone.zoneId, vpcId: spoke.id };
    const association =
        mistake === "no authorization" ? pair : new VpcAssociationAuthorization(host, pair);
    new ZoneAssociation(
        host,
        { zoneId: association.zoneId, vpcId: association.vpcId },
        mistake === "credentials of the hub" ? {} : { provider },
    );
}
