import { ALL_SERVICES, EksService } from "eks-privatelink/domain";

import {
    findReachedServices,
    isPrivateOnly,
    usesNamesOfOtherStacks,
    vpcOfCluster,
} from "../../eks/clusters";
import { definePolicy } from "../../pack/definePolicy";
import { Findings } from "../../pack/findings";
import { targetsOf } from "../../stack/links";
import { CLUSTER } from "../../stack/resourceTypes";
import { describeResource } from "../../stack/stackResource";

/** Whether the VPC of a closed cluster has the endpoints that its nodes and pods need. */
export const clusterEndpointsPresent = definePolicy<{ services: string[] }>({
    name: "cluster-endpoints-present",
    description: "VPCs of clusters without public access have the EKS endpoints that nodes need.",
    severity: "medium",
    enforcementLevel: "advisory",
    remediationSteps:
        "Create the missing endpoints in the cluster's VPC, for example with EksEndpointSet, or associate their zones.",
    config: {
        services: {
            type: "array",
            items: { type: "string", enum: ALL_SERVICES },
            description:
                "Services that such a VPC needs. By default the EKS API, which nodes ask for their cluster, and EKS Auth, which EKS Pod Identity needs.",
            default: [EksService.Eks, EksService.EksAuth],
        },
    },
    judgeStack(stack, findings, { services }) {
        for (const cluster of stack.ofType(CLUSTER)) {
            findings.attempt(cluster, () => {
                if (!isPrivateOnly(cluster)) {
                    return;
                }
                const vpc = vpcOfCluster(stack, cluster);
                const [where] = targetsOf(vpc).values();
                if (where === undefined || usesNamesOfOtherStacks(stack, vpc)) {
                    findings.addUnknown(cluster, vpc.unknown);
                    findings.notApplicable.add(
                        `${describeResource(cluster)} has its subnets or the names of its VPC from another stack`,
                    );
                    return;
                }
                const unsure = new Findings();
                const reached: string[] = findReachedServices(stack, vpc, unsure);
                const missing = services.filter((service) => !reached.includes(service));
                if (missing.length > 0 && unsure.unknowns.size > 0) {
                    findings.addUnknowns(unsure.unknowns);
                } else if (missing.length > 0) {
                    findings.report(
                        cluster,
                        `has no public access, but nothing here gives ${where} the endpoints ${missing.join(", ")}; ` +
                            "create them there, or associate the zones or the profile of a hub with the VPC",
                    );
                }
            });
        }
    },
});
