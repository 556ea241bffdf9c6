import { findAvailability, findPartition, findServiceNames } from "eks-privatelink/domain";

import type { EksEndpoint } from "../../eks/endpoints";
import { findPlaces } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource } from "../../stack/stackResource";
import { peekString, readString } from "../../stack/values";

const REGIONS = ["serviceRegion", "region"];

/** Whether AWS offers the service of an EKS endpoint in its region. */
export const serviceAvailable = definePolicy({
    name: "service-available",
    description: "EKS endpoints name a service that AWS offers in their region.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Take the service name that the finding gives, or leave the endpoint out where the region has none.",
    judgeEndpoint({ resource, service, serviceName, region }, findings) {
        const offered = findServiceNames(service, region);
        if (findPartition(region) === undefined || offered === undefined) {
            const reason = `is in ${region}, for which no source gives service names`;
            findings.notApplicable.add(`${describeResource(resource)} ${reason}`);
        } else if (findAvailability(service, region) === "missing") {
            findings.report(resource, {
                path: "serviceName",
                reason:
                    `is "${serviceName}", but AWS documents that ${region} has no ${service} endpoint; ` +
                    "leave it out and let clients reach the public API",
            });
        } else if (!offered.names.includes(serviceName)) {
            findings.report(resource, {
                path: "serviceName",
                reason: `is "${serviceName}", which ${region} does not have; allowed: ${offered.names.join(", ")}`,
            });
        }
        for (const path of REGIONS) {
            const given = findings.attempt(resource, () => readString(resource.given, path));
            if (given !== undefined && given !== region) {
                findings.report(resource, {
                    path,
                    reason:
                        `is "${given}", but the service is in ${region}; EKS has no endpoints across regions, so name ` +
                        "one region in both",
                });
            }
        }
    },
    judgeEndpointInStack(endpoint, stack, findings) {
        const { resource, serviceName, region } = endpoint;
        const elsewhere = findPlaces(stack, endpoint).find((place) => place.region !== region);
        if (elsewhere !== undefined && !namesAnotherRegion(endpoint)) {
            const { what } = elsewhere;
            const [name] = findServiceNames(endpoint.service, elsewhere.region)?.names ?? [];
            findings.report(resource, {
                path: "serviceName",
                reason:
                    `is "${serviceName}", but ${what} is in ${elsewhere.region}; EKS has no endpoints across regions, so ` +
                    `name ${name ?? "the service of that region"}`,
            });
        }
    },
});

/** Whether the inputs alone show two regions, which is said already. */
function namesAnotherRegion({ resource, region }: EksEndpoint): boolean {
    return REGIONS.some((path) => (peekString(resource.given, path) ?? region) !== region);
}
