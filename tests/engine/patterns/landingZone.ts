import { Zone } from "@pulumi/aws/route53/zone";

import { createNetwork } from "../network";
import { allTraffic, apexAlias, httpsGroup, interfaceEndpoint, organizationOnly } from "./parts";

/** The region of this pattern; FIPS endpoints exist in few. */
export const LANDING_ZONE_REGION = "us-east-1";

/**
 * Central endpoints of the Landing Zone Accelerator, which makes one zone a service and builds its name from the
 * service's: right for one name of `eks`, wrong for `eks-fips`.
 * https://github.com/awslabs/landing-zone-accelerator-on-aws/blob/main/source/packages/@aws-accelerator/constructs/lib/aws-route-53/hosted-zone.ts
 */
export function landingZone(): void {
    const region = LANDING_ZONE_REGION;
    const { vpcId, subnetIds } = createNetwork("endpoints", { region });
    allTraffic(vpcId);
    const group = httpsGroup(vpcId, ["10.0.0.0/8"]);
    for (const service of ["eks", "eks-fips"]) {
        const endpoint = interfaceEndpoint(
            service,
            { vpcId, subnetIds },
            {
                securityGroupIds: [group.id],
                privateDnsEnabled: false,
                policy: organizationOnly("eks:*"),
            },
            region,
        );
        const zone = new Zone(service, {
            name: `${service}.${region}.amazonaws.com`,
            vpcs: [{ vpcId }],
        });
        apexAlias(service, zone, "A", endpoint);
    }
}
