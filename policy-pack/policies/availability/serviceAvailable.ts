import {
    findAvailability,
    findMeantName,
    findPartition,
    findServiceNames,
} from "eks-privatelink/domain";

import type { EksEndpoint } from "../../eks/endpoints";
import { findPlaces } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { VPC_ENDPOINT } from "../../stack/resourceTypes";
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
        const partition = findPartition(region);
        const availability = findAvailability(service, region);
        if (partition === undefined || offered === undefined) {
            const reason = `is in ${region}, for which no source gives service names`;
            findings.notApplicable.add(`${describeResource(resource)} ${reason}`);
        } else if (availability === "missing") {
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
        } else if (availability === undefined && !partition.eksRegions.includes(region)) {
            const reason =
                `is "${serviceName}", but no source lists EKS in ${region}; see first whether AWS has it: ` +
                `aws ec2 describe-vpc-endpoint-services --region ${region} --service-names ${serviceName}`;
            findings.report(resource, { path: "serviceName", reason }, "advisory");
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
    judgeStack(stack, findings) {
        for (const resource of stack.ofType(VPC_ENDPOINT)) {
            const serviceName = peekString(resource.given, "serviceName") ?? "";
            const meant = findMeantName(serviceName);
            if (meant !== undefined) {
                const reason = `is "${serviceName}", which is no service of EKS, so nothing judges it; did you mean ${meant}?`;
                findings.report(resource, { path: "serviceName", reason }, "advisory");
            }
        }
    },
});

/** Whether the inputs alone show two regions, which is said already. */
function namesAnotherRegion({ resource, region }: EksEndpoint): boolean {
    return REGIONS.some((path) => (peekString(resource.given, path) ?? region) !== region);
}
