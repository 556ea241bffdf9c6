import {
    type PropertyTypes,
    type ResourceSchema,
    stringMap,
    strings,
    stringSet,
} from "../../model/schema";

const VPC_CONFIG: PropertyTypes = {
    clusterSecurityGroupId: "string",
    controlPlaneEgressMode: "string",
    endpointPrivateAccess: "boolean",
    endpointPublicAccess: "boolean",
    publicAccessCidrs: stringSet,
    securityGroupIds: stringSet,
    subnetIds: stringSet,
    vpcId: "string",
};

const ENABLED: PropertyTypes = { enabled: "boolean" };

/** Properties of `aws.eks.Cluster`. */
export const clusterSchema: ResourceSchema = {
    token: "aws:eks/cluster:Cluster",
    required: { roleArn: "string", vpcConfig: { object: VPC_CONFIG, required: ["subnetIds"] } },
    optional: {
        bootstrapSelfManagedAddons: "boolean",
        defaultAddonsToRemoves: strings,
        enabledClusterLogTypes: stringSet,
        encryptionConfig: {
            object: { provider: { object: { keyArn: "string" } }, resources: strings },
        },
        forceUpdateVersion: "boolean",
        outpostConfig: {
            object: {
                controlPlaneInstanceType: "string",
                controlPlanePlacement: { object: { groupName: "string" } },
                outpostArns: strings,
            },
        },
        remoteNetworkConfig: {
            object: {
                remoteNodeNetworks: { object: { cidrs: strings } },
                remotePodNetworks: { object: { cidrs: strings } },
            },
        },
        tags: stringMap,
        zonalShiftConfig: { object: ENABLED },
    },
    settled: {
        accessConfig: {
            object: {
                authenticationMode: "string",
                bootstrapClusterCreatorAdminPermissions: "boolean",
            },
        },
        computeConfig: { object: { ...ENABLED, nodePools: strings, nodeRoleArn: "string" } },
        controlPlaneScalingConfig: { object: { tier: "string" } },
        deletionProtection: "boolean",
        kubeApiServerConfig: { object: {} },
        kubeControllerManagerConfig: { object: {} },
        kubeSchedulerConfig: { object: {} },
        kubernetesNetworkConfig: {
            object: {
                elasticLoadBalancing: { object: ENABLED },
                ipFamily: "string",
                serviceIpv4Cidr: "string",
                serviceIpv6Cidr: "string",
            },
        },
        name: "string",
        region: "string",
        storageConfig: { object: { blockStorage: { object: ENABLED } } },
        upgradePolicy: { object: { supportType: "string" } },
        version: "string",
    },
    computed: {
        arn: "string",
        certificateAuthority: { object: { data: "string" } },
        clusterId: "string",
        createdAt: "string",
        endpoint: "string",
        identities: { list: { object: { oidcs: { list: { object: { issuer: "string" } } } } } },
        platformVersion: "string",
        status: "string",
        tagsAll: stringMap,
    },
    defaults: { bootstrapSelfManagedAddons: true },
    autoName: { property: "name", maxLength: 100 },
    replaceOn: [
        "accessConfig.bootstrapClusterCreatorAdminPermissions",
        "bootstrapSelfManagedAddons",
        "kubernetesNetworkConfig.ipFamily",
        "kubernetesNetworkConfig.serviceIpv4Cidr",
        "name",
        "outpostConfig",
        "region",
        "roleArn",
    ],
    settledWithin: {
        vpcConfig: [
            "clusterSecurityGroupId",
            "controlPlaneEgressMode",
            "publicAccessCidrs",
            "vpcId",
        ],
    },
    ignored: ["defaultAddonsToRemoves", "forceUpdateVersion"],
};
