import {
    type PropertyTypes,
    type ResourceSchema,
    stringMap,
    strings,
    stringSet,
} from "../../model/schema";

/** AMITypes in the API. */
export const AMI_TYPES = [
    "AL2_x86_64",
    "AL2_x86_64_GPU",
    "AL2_ARM_64",
    "CUSTOM",
    "BOTTLEROCKET_ARM_64",
    "BOTTLEROCKET_x86_64",
    "BOTTLEROCKET_ARM_64_FIPS",
    "BOTTLEROCKET_x86_64_FIPS",
    "BOTTLEROCKET_ARM_64_NVIDIA",
    "BOTTLEROCKET_x86_64_NVIDIA",
    "BOTTLEROCKET_ARM_64_NVIDIA_FIPS",
    "BOTTLEROCKET_x86_64_NVIDIA_FIPS",
    "WINDOWS_CORE_2019_x86_64",
    "WINDOWS_FULL_2019_x86_64",
    "WINDOWS_CORE_2022_x86_64",
    "WINDOWS_FULL_2022_x86_64",
    "WINDOWS_CORE_2025_x86_64",
    "WINDOWS_FULL_2025_x86_64",
    "AL2023_x86_64_STANDARD",
    "AL2023_ARM_64_STANDARD",
    "AL2023_x86_64_NEURON",
    "AL2023_x86_64_NVIDIA",
    "AL2023_ARM_64_NVIDIA",
];

const SCALING: PropertyTypes = { desiredSize: "integer", maxSize: "integer", minSize: "integer" };

/** Properties of `aws.eks.NodeGroup`. */
export const nodeGroupSchema: ResourceSchema = {
    token: "aws:eks/nodeGroup:NodeGroup",
    required: {
        clusterName: "string",
        nodeRoleArn: "string",
        scalingConfig: { object: SCALING, required: Object.keys(SCALING) },
        subnetIds: stringSet,
    },
    optional: {
        forceUpdateVersion: "boolean",
        labels: stringMap,
        launchTemplate: { object: { id: "string", name: "string", version: "string" } },
        remoteAccess: { object: { ec2SshKey: "string", sourceSecurityGroupIds: stringSet } },
        tags: stringMap,
        taints: {
            list: { object: { effect: "string", key: "string", value: "string" } },
            unordered: true,
        },
        warmPoolConfig: {
            object: {
                maxGroupPreparedCapacity: "integer",
                minSize: "integer",
                poolState: "string",
                reuseOnScaleIn: "boolean",
            },
        },
    },
    settled: {
        amiType: "string",
        capacityType: "string",
        diskSize: "integer",
        instanceTypes: strings,
        nodeGroupName: "string",
        nodeGroupNamePrefix: "string",
        nodeRepairConfig: {
            object: {
                enabled: "boolean",
                maxParallelNodesRepairedCount: "integer",
                maxParallelNodesRepairedPercentage: "integer",
                maxUnhealthyNodeThresholdCount: "integer",
                maxUnhealthyNodeThresholdPercentage: "integer",
                nodeRepairConfigOverrides: { list: "any" },
            },
        },
        region: "string",
        releaseVersion: "string",
        updateConfig: {
            object: {
                maxUnavailable: "integer",
                maxUnavailablePercentage: "integer",
                updateStrategy: "string",
            },
        },
        version: "string",
    },
    computed: {
        arn: "string",
        resources: {
            list: {
                object: {
                    autoscalingGroups: { list: { object: { name: "string" } } },
                    remoteAccessSecurityGroupId: "string",
                },
            },
        },
        status: "string",
        tagsAll: stringMap,
    },
    // Pulumi's own limit, which is longer than EKS's.
    autoName: { property: "nodeGroupName", maxLength: 255 },
    replaceOn: [
        "amiType",
        "capacityType",
        "clusterName",
        "diskSize",
        "instanceTypes",
        "launchTemplate.id",
        "launchTemplate.name",
        "nodeGroupName",
        "nodeGroupNamePrefix",
        "nodeRoleArn",
        "region",
        "remoteAccess",
        "subnetIds",
    ],
    ignored: ["forceUpdateVersion", "nodeGroupNamePrefix"],
};
