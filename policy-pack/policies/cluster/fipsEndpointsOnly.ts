import { EksService, findHostNames } from "eks-privatelink/domain";

import { definePolicy } from "../../pack/definePolicy";
import { describeResource } from "../../stack/stackResource";

/** Whether the EKS API is reached through validated cryptography only. */
export const fipsEndpointsOnly = definePolicy({
    name: "fips-endpoints-only",
    description: "EKS endpoints for the EKS API are the FIPS ones.",
    severity: "medium",
    enforcementLevel: "disabled",
    remediationSteps:
        "Name the eks-fips service in serviceName, and have clients ask for FIPS with AWS_USE_FIPS_ENDPOINT.",
    judgeEndpoint({ resource, service, region }, findings) {
        if (service === EksService.EksFips) {
            return;
        }
        if (service !== EksService.Eks) {
            const reason = `is of ${service}, which has no FIPS endpoint`;
            findings.notApplicable.add(`${describeResource(resource)} ${reason}`);
            return;
        }
        const [hostName] = findHostNames(EksService.Eks, region);
        // In GovCloud the plain host is the FIPS host.
        if (
            hostName !== undefined &&
            !findHostNames(EksService.EksFips, region).includes(hostName)
        ) {
            findings.report(resource, {
                path: "serviceName",
                reason: `names ${service}, whose host ${hostName} is not the FIPS one; name eks-fips instead`,
            });
        }
    },
});
