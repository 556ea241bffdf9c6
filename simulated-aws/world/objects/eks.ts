import type { WorldObject } from "../worldObject";

/** Objects of Amazon EKS, and the providers by which roles trust the tokens of its clusters. */
export interface EksObjects {
    clusters: Cluster;
    nodeGroups: NodeGroup;
    fargateProfiles: FargateProfile;
    addons: Addon;
    podIdentities: PodIdentity;
    accessEntries: AccessEntry;
    oidcProviders: OidcProvider;
}

/** Its `id` is `<account>/<region>/<name>`. */
export interface Cluster extends WorldObject {
    name: string;
    /** 32 hexadecimal digits in its host names. */
    hash: string;
    vpcId: string;
    subnetIds: string[];
    /** Groups of its interfaces, beside the one that EKS makes for it. */
    securityGroupIds: string[];
    clusterSecurityGroupId: string;
    isPrivate: boolean;
    isPublic: boolean;
    publicAccessCidrs: string[];
    version: string;
    /** The rest, as the provider was given it. */
    settings: { [key: string]: unknown };
}

/** What belongs to a cluster. Its `id` is that of the cluster, a slash, and what tells it from others of its kind. */
interface Member extends WorldObject {
    clusterName: string;
    /** The end of its ARN, which nobody chooses. */
    uuid: string;
}

export interface NodeGroup extends Member {
    name: string;
    subnetIds: string[];
    roleArn: string;
    version: string;
    /** The rest, as the provider was given it. */
    settings: { [key: string]: unknown };
}

export interface FargateProfile extends Member {
    name: string;
    subnetIds: string[];
    roleArn: string;
    selectors: { namespace: string; labels: { [key: string]: string } }[];
}

export interface Addon extends Member {
    name: string;
    version: string;
    settings: { [key: string]: unknown };
}

/** A role for the pods of a service account. */
export interface PodIdentity extends Member {
    associationId: string;
    /** Add-on that brought it; empty for one of its own. */
    addonName: string;
    namespace: string;
    serviceAccount: string;
    roleArn: string;
    targetRoleArn: string;
    disableSessionTags: boolean;
    policy: string;
}

/** Who may call the API of a cluster, and as whom. */
export interface AccessEntry extends Member {
    principalArn: string;
    type: string;
    userName: string;
    kubernetesGroups: string[];
    /** Access policies with the scope of each, by their ARN. */
    policies: { [key: string]: { type: string; namespaces: string[] } };
}

/** Its `id` is its ARN. */
export interface OidcProvider extends WorldObject {
    /** URL without its scheme. */
    issuer: string;
    clientIds: string[];
    thumbprints: string[];
}
