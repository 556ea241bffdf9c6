import type { ResourceModel } from "../../model/resource";
import { omit, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { NodeGroup } from "../../world/objects/eks";
import { arnOf, demand, find, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { lengthFailures, oneOf } from "../validators";
import { admitRole } from "./accessEntries";
import { demandCluster } from "./cluster";
import { issueUuid, memberId } from "./members";
import { demandGroup } from "./nodeGroupRules";
import { AMI_TYPES, nodeGroupSchema } from "./nodeGroupSchema";

/**
 * `aws.eks.NodeGroup`. Its instances are not in the world, so it is `ACTIVE` at once; whether nodes in its subnets can join
 * the cluster is a question of its own.
 */
export const nodeGroup: ResourceModel = {
    schema: nodeGroupSchema,
    operations: {
        service: "EKS",
        create: "CreateNodegroup",
        update: "UpdateNodegroupConfig",
        delete: "DeleteNodegroup",
    },
    check: (inputs) => [
        ...lengthFailures(inputs, "nodeGroupName", 63),
        ...oneOf(inputs, "capacityType", ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"]),
        ...oneOf(inputs, "amiType", AMI_TYPES),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const cluster = demandCluster(scope, given.text("clusterName"));
        const prefix = given.text("nodeGroupNamePrefix");
        const uuid = issueUuid(scope);
        const name = prefix === "" ? given.text("nodeGroupName") : `${prefix}${uuid.slice(0, 8)}`;
        const id = memberId(scope, cluster.name, name);
        if (find(scope, "nodeGroups", id) !== undefined) {
            throw new AwsError(
                "ResourceInUseException",
                `NodeGroup already exists with name ${name} and cluster name ${cluster.name}`,
            );
        }
        demandGroup(scope, cluster, inputs);
        const { account, region } = scope;
        put(scope.world, "nodeGroups", {
            id,
            account,
            region,
            tags: given.tags(),
            clusterName: cluster.name,
            uuid,
            name,
            subnetIds: given.texts("subnetIds"),
            roleArn: given.text("nodeRoleArn"),
            version: given.text("version", cluster.version),
            settings: settingsFrom(inputs),
        });
        admitRole(scope, cluster, given.text("nodeRoleArn"), nodeTypeOf(inputs));
        return `${cluster.name}:${name}`;
    },
    read(scope, id) {
        const found = find(scope, "nodeGroups", worldIdOf(scope, id));
        return found && outputsOf(scope, found);
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "nodeGroups", worldIdOf(scope, id));
        demandGroup(scope, demandCluster(scope, found.clusterName), news);
        put(scope.world, "nodeGroups", {
            ...found,
            tags: read(news).tags(),
            version: read(news).text("version", found.version),
            settings: settingsFrom(news),
        });
    },
    delete(scope, id) {
        remove(scope.world, "nodeGroups", worldIdOf(scope, id));
    },
};

function worldIdOf(scope: Scope, id: string): string {
    const [clusterName = "", name = ""] = id.split(":");
    return memberId(scope, clusterName, name);
}

function nodeTypeOf(inputs: Properties): string {
    return read(inputs).text("amiType").startsWith("WINDOWS") ? "EC2_WINDOWS" : "EC2_LINUX";
}

const KEPT_APART = ["clusterName", "nodeGroupName", "nodeGroupNamePrefix", "nodeRoleArn"];

function settingsFrom(inputs: Properties): Properties {
    return [...KEPT_APART, "subnetIds", "tags", "version", "region"].reduce(omit, inputs);
}

function outputsOf(scope: Scope, found: NodeGroup): Properties {
    const settings = found.settings as Properties;
    const { clusterName, name, uuid, version } = found;
    const isOwnTemplate = read(settings).has("launchTemplate");
    return {
        amiType: "AL2023_x86_64_STANDARD",
        capacityType: "ON_DEMAND",
        diskSize: isOwnTemplate ? 0 : 20,
        instanceTypes: isOwnTemplate ? [] : ["t3.medium"],
        nodeRepairConfig: { enabled: false },
        releaseVersion: `${version}.0-20260101`,
        updateConfig: { maxUnavailable: 1 },
        ...settings,
        ...common(found),
        arn: arnOf(scope, "eks", `nodegroup/${clusterName}/${name}/${uuid}`),
        clusterName,
        nodeGroupName: name,
        nodeGroupNamePrefix: "",
        nodeRoleArn: found.roleArn,
        resources: [
            {
                autoscalingGroups: [{ name: `eks-${name}-${uuid}` }],
                remoteAccessSecurityGroupId: "",
            },
        ],
        status: "ACTIVE",
        subnetIds: found.subnetIds,
        version,
    };
}
