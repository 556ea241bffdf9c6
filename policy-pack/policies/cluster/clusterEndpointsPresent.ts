import { ALL_SERVICES, EksService } from "eks-privatelink/domain";

import {
    findReachedServices,
    isPrivateOnly,
    subnetsOfNodes,
    usesNamesOfOtherStacks,
    vpcOfCluster,
} from "../../eks/clusters";
import { reachesInternet } from "../../eks/egress";
import { definePolicy } from "../../pack/definePolicy";
import { Findings } from "../../pack/findings";
import { targetsOf } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { CLUSTER } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";

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
                "Services that such a VPC needs where its nodes do not reach the internet. By default the EKS API, which nodes ask for their cluster, and EKS Auth, which EKS Pod Identity needs.",
            default: [EksService.Eks, EksService.EksAuth],
        },
    },
    judgeStack(stack, findings, { services }) {
        for (const cluster of stack.ofType(CLUSTER)) {
            findings.attempt(cluster, () => {
                if (isPrivateOnly(cluster)) {
                    judgeCluster(stack, cluster, services, findings);
                }
            });
        }
    },
});

function judgeCluster(
    stack: Stack,
    cluster: StackResource,
    services: string[],
    findings: Findings,
): void {
    const vpc = vpcOfCluster(stack, cluster);
    const [where] = targetsOf(vpc).values();
    if (where === undefined || usesNamesOfOtherStacks(stack, vpc)) {
        findings.addUnknown(cluster, vpc.unknown);
        const reason = "has its subnets or the names of its VPC from elsewhere";
        findings.notApplicable.add(`${describeResource(cluster)} ${reason}`);
        return;
    }
    const unsure = new Findings();
    const reached: string[] = findReachedServices(stack, vpc, unsure);
    const missing = services.filter((service) => !reached.includes(service));
    if (missing.length === 0) {
        return;
    }
    if (nodesReachInternet(stack, cluster, unsure)) {
        const reason = "has nodes that reach public endpoints through a NAT or internet gateway";
        findings.notApplicable.add(`${describeResource(cluster)} ${reason}`);
    } else if (unsure.unknowns.size > 0) {
        findings.addUnknowns(unsure.unknowns);
    } else {
        findings.report(
            cluster,
            `has no public access, but nothing here gives ${where} the endpoints ${missing.join(", ")}; ` +
                "create them there, or associate the zones or the profile of a hub with the VPC",
        );
    }
}

/** Whether all subnets that nodes run in have a way out. */
function nodesReachInternet(stack: Stack, cluster: StackResource, notes: Notes): boolean {
    const { resources, elsewhere, unknown } = subnetsOfNodes(stack, cluster);
    return (
        elsewhere.length === 0 &&
        unknown === undefined &&
        resources.length > 0 &&
        resources.every((subnet) => reachesInternet(stack, subnet, notes))
    );
}
