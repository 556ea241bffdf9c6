import type { EksEndpoint } from "../../eks/endpoints";
import { subnetsOf, vpcOf } from "../../eks/network";
import { groupsOf, vpcsOfGroup } from "../../eks/security-groups/groups";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { findAccount } from "../../stack/accounts";
import { follow, leadApart, type Links, targetsOf } from "../../stack/links";
import { VPCS } from "../../stack/resourceTypes";
import { describeResource, type StackResource } from "../../stack/stackResource";

/** Whether an EKS endpoint, its subnets and its groups are in one VPC, and that of the endpoint's own account. */
export const endpointInOneVpc = definePolicy({
    name: "endpoint-in-one-vpc",
    description:
        "EKS endpoints, their subnets and their security groups are in one VPC of the endpoint's own account.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Name subnets and security groups of the endpoint's VPC, and create the endpoint in the account of the VPC.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const vpc = vpcOf(stack, endpoint);
        const subnets = subnetsOf(stack, endpoint).resources;
        findings.addUnknown(endpoint.resource, vpc.unknown);
        const judge = (path: string, what: StackResource, places: Links, wayOut: string): void => {
            findings.addUnknown(what, places.unknown);
            if (leadApart(vpc, places)) {
                const reason =
                    `has ${describeResource(what)} of ${nameTargets(places)}, but the endpoint is in ${nameTargets(vpc)}, ` +
                    `so AWS refuses it; ${wayOut}`;
                findings.report(endpoint.resource, { path, reason });
            }
        };
        for (const subnet of subnets) {
            const places = follow(stack, subnet, "vpcId", { types: VPCS });
            judge("subnetIds", subnet, places, "name subnets of the endpoint's VPC");
        }
        for (const group of groupsOf(stack, endpoint, findings).resources) {
            judge("securityGroupIds", group, vpcsOfGroup(stack, group), USE_ANOTHER_GROUP);
        }
        judgeOwners(endpoint, [...vpc.resources, ...subnets], findings);
    },
});

const USE_ANOTHER_GROUP =
    "name a group of the endpoint's VPC, or associate this one with it by an aws.vpc.SecurityGroupVpcAssociation";

/** Participants of a shared VPC create no endpoints in it. */
function judgeOwners({ resource }: EksEndpoint, places: StackResource[], findings: Findings): void {
    const own = findAccount(resource);
    const foreign = places.filter((each) => (findAccount(each) ?? own) !== own);
    const [first] = foreign;
    if (own === undefined || first === undefined) {
        return;
    }
    const names = foreign.map((each) => describeResource(each)).join(" and ");
    findings.report(
        resource,
        `is of account ${own}, but ${names} of account ${findAccount(first)}; AWS lets nobody but the owner of a shared VPC ` +
            "create endpoints there, so create it with that account's provider, or use a VPC of your own",
    );
}

function nameTargets(links: Links): string {
    return [...targetsOf(links).values()].join(" and ");
}
