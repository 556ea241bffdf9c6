import { Findings } from "../findings";
import { EksEndpoint } from "./eksEndpoints";
import { follow, joinLinks, Links } from "./links";
import {
    DEFAULT_SECURITY_GROUP,
    SECURITY_GROUP_ASSOCIATION,
    SECURITY_GROUPS,
    VPC_ENDPOINT,
    VPCS,
} from "./resourceTypes";
import { Stack } from "./stack";
import { describeResource, StackResource } from "./stackResource";

/** The associations of groups with an endpoint that are resources of their own. */
export function findAssociations(stack: Stack, endpoint: EksEndpoint): StackResource[] {
    return stack.ofType(SECURITY_GROUP_ASSOCIATION).filter((association) =>
        follow(stack, association, "vpcEndpointId", {
            types: [VPC_ENDPOINT],
        }).resources.includes(endpoint.resource),
    );
}

/** The groups of an endpoint, wherever they are attached. */
export function groupsOf(stack: Stack, endpoint: EksEndpoint): Links {
    const options = { types: SECURITY_GROUPS };
    return joinLinks([
        follow(stack, endpoint.resource, "securityGroupIds", options),
        ...findAssociations(stack, endpoint).map((association) =>
            follow(stack, association, "securityGroupId", options),
        ),
    ]);
}

/** The default groups among these: those of this stack, and those that a VPC of this stack calls its default. */
export function findDefaultGroups(stack: Stack, { resources, elsewhere }: Links): string[] {
    return [
        ...resources
            .filter(({ type }) => type === DEFAULT_SECURITY_GROUP)
            .map((group) => describeResource(group)),
        ...elsewhere.filter((id) => stack.having(VPCS, "defaultSecurityGroupId", id).length > 0),
    ];
}

/** Every group of this stack that an EKS endpoint uses, once. Groups that cannot be judged are noted. */
export function findUsedGroups(
    stack: Stack,
    endpoints: EksEndpoint[],
    findings: Findings,
): StackResource[] {
    const groups = endpoints.flatMap((endpoint) => {
        const links = groupsOf(stack, endpoint);
        noteUnjudged(endpoint, links, findings);
        return links.resources;
    });
    return [...new Set(groups)];
}

/** Notes the groups of an endpoint that this stack does not show. */
export function noteUnjudged(
    { resource }: EksEndpoint,
    { elsewhere, unknown }: Links,
    findings: Findings,
): void {
    for (const id of elsewhere) {
        findings.notApplicable.add(
            `${describeResource(resource)} has security group ${id}, which is not in this stack`,
        );
    }
    findings.addUnknown(resource, unknown);
}
