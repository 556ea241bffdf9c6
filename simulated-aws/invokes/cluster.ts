import type { FunctionModel } from "../model/resource";
import { type PropertyType, stringMap, strings } from "../model/schema";
import { type Properties, read } from "../model/values";
import { clusterOutputs, demandCluster } from "../services/eks/cluster";
import { clusterSchema } from "../services/eks/clusterSchema";

const objects: PropertyType = { list: "any" };

/** What the look-up answers as a list of one, by the name that the resource has for it. */
const LISTED: { [name: string]: string } = {
    accessConfigs: "accessConfig",
    certificateAuthorities: "certificateAuthority",
    computeConfigs: "computeConfig",
    controlPlaneScalingConfigs: "controlPlaneScalingConfig",
    kubeApiServerConfigs: "kubeApiServerConfig",
    kubeControllerManagerConfigs: "kubeControllerManagerConfig",
    kubeSchedulerConfigs: "kubeSchedulerConfig",
    kubernetesNetworkConfigs: "kubernetesNetworkConfig",
    outpostConfigs: "outpostConfig",
    remoteNetworkConfigs: "remoteNetworkConfig",
    storageConfigs: "storageConfig",
    upgradePolicies: "upgradePolicy",
    zonalShiftConfigs: "zonalShiftConfig",
};

/** One cluster, by name. */
export const getCluster: FunctionModel = {
    schema: {
        token: "aws:eks/getCluster:getCluster",
        args: { name: "string", region: "string", tags: stringMap },
        requiredArgs: ["name"],
        result: {
            ...Object.fromEntries(Object.keys(LISTED).map((name) => [name, objects])),
            arn: "string",
            clusterId: "string",
            createdAt: "string",
            deletionProtection: "boolean",
            enabledClusterLogTypes: strings,
            endpoint: "string",
            id: "string",
            identities: objects,
            name: "string",
            platformVersion: "string",
            region: "string",
            roleArn: "string",
            status: "string",
            tags: stringMap,
            version: "string",
            vpcConfig: clusterSchema.required.vpcConfig ?? "any",
        },
    },
    operations: { service: "EKS", call: "DescribeCluster" },
    call: (scope, args) => {
        const found = demandCluster(scope, read(args).text("name"));
        const outputs: Properties = clusterOutputs(scope, found);
        const listed: Properties = {};
        for (const [name, property] of Object.entries(LISTED)) {
            const value = outputs[property];
            listed[name] = value === undefined ? [] : [value];
        }
        return {
            enabledClusterLogTypes: [],
            ...outputs,
            ...listed,
            id: found.name,
            tags: { ...found.tags },
        };
    },
};
