import { EksService, serviceFacts } from "../../services";

/**
 * Actions of the prefix `eks`. The operations are those of the SDK for JavaScript, @aws-sdk/client-eks 3.1169.0, held
 * against it in a test; the Service Authorization Reference (list_amazonelastickubernetesservice.html, read 2026-11-22)
 * adds the last four, which no operation of the SDK carries.
 */
const EKS_ACTIONS = `
    DescribeCluster
    ActivateCertificateAuthority AssociateAccessPolicy AssociateEncryptionConfig AssociateIdentityProviderConfig
    CancelUpdate CreateAccessEntry CreateAddon CreateCapability CreateCertificateAuthority CreateCluster
    CreateEksAnywhereSubscription CreateFargateProfile CreateNodegroup CreatePodIdentityAssociation DeleteAccessEntry
    DeleteAddon DeleteCapability DeleteCertificateAuthority DeleteCluster DeleteEksAnywhereSubscription
    DeleteFargateProfile DeleteNodegroup DeletePodIdentityAssociation DeregisterCluster DescribeAccessEntry
    DescribeAddon DescribeAddonConfiguration DescribeAddonVersions DescribeCapability DescribeCertificateAuthority
    DescribeClusterVersions DescribeEksAnywhereSubscription DescribeFargateProfile
    DescribeIdentityProviderConfig DescribeInsight DescribeInsightsRefresh DescribeNodegroup
    DescribePodIdentityAssociation DescribeUpdate DisassociateAccessPolicy DisassociateIdentityProviderConfig
    ListAccessEntries ListAccessPolicies ListAddons ListAssociatedAccessPolicies ListCapabilities
    ListCertificateAuthorities ListClusters ListEksAnywhereSubscriptions ListFargateProfiles
    ListIdentityProviderConfigs ListInsights ListNodegroups ListPodIdentityAssociations ListTagsForResource ListUpdates
    RegisterCluster StartInsightsRefresh TagResource UntagResource UpdateAccessEntry UpdateAddon UpdateCapability
    UpdateClusterConfig UpdateClusterVersion UpdateEksAnywhereSubscription UpdateNodegroupConfig UpdateNodegroupVersion
    UpdatePodIdentityAssociation
    AccessKubernetesApi MutateViaKubernetesApi ListDashboardData ListDashboardResources`;

/** The one action of EKS Auth. Source: Service Authorization Reference, list_amazoneksauth.html, read 2026-11-22 */
export const EKS_AUTH_ACTION = "eks-auth:AssumeRoleForPodIdentity";

/** Every published action of the EKS services, the best known first. AWS spells them so; any letter case matches. */
export const KNOWN_ACTIONS: string[] = [
    ...EKS_ACTIONS.trim()
        .split(/\s+/)
        .map((name) => `eks:${name}`),
    EKS_AUTH_ACTION,
];

/** The known actions of a prefix, or all of them. */
export function listActions(prefix?: string): string[] {
    return prefix === undefined
        ? KNOWN_ACTIONS
        : KNOWN_ACTIONS.filter((action) => action.startsWith(`${prefix}:`));
}

/** What allows every action of a service: its one action, all of its prefix, or `*` where it publishes none. */
export function everyActionOf(service: EksService): string {
    const { actionPrefix } = serviceFacts(service);
    if (service === EksService.EksAuth) {
        return EKS_AUTH_ACTION;
    }
    return actionPrefix === undefined ? "*" : `${actionPrefix}:*`;
}
