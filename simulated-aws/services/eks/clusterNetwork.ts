import { freeAddress } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { Cluster } from "../../world/objects/eks";
import { demand, issueId, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { takenAddresses } from "../vpc/takenAddresses";

/** The group that EKS makes for a cluster: its members reach each other, and everything outside. */
export function createClusterGroup(scope: Scope, name: string, vpcId: string): string {
    const { world, account, region } = scope;
    const groupId = issueId(world, "sg");
    const base = { account, region, tags: {} };
    put(world, "securityGroups", {
        account,
        region,
        id: groupId,
        vpcId,
        name: `eks-cluster-sg-${name}-${groupId.slice(-9)}`,
        description:
            "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, as well as any managed workloads.",
        isDefault: false,
        tags: { [`kubernetes.io/cluster/${name}`]: "owned" },
    });
    const rule = { ...base, groupId, protocol: "-1", fromPort: -1, toPort: -1, description: "" };
    const id = () => issueId(world, "sgr");
    put(world, "securityGroupRules", { ...rule, id: id(), isEgress: false, source: { groupId } });
    const anywhere = { cidrIpv4: "0.0.0.0/0" };
    put(world, "securityGroupRules", { ...rule, id: id(), isEgress: true, source: anywhere });
    return groupId;
}

/** Gives a cluster an interface in each of the first two of its subnets, through which its API is reached privately. */
export function placeInterfaces(scope: Scope, cluster: Cluster): void {
    removeInterfaces(scope, cluster);
    const { world, account, region } = scope;
    for (const subnetId of cluster.subnetIds.slice(0, 2)) {
        const subnet = demand(scope, "subnets", subnetId);
        const privateIp = freeAddress(subnet.cidrBlock, takenAddresses(world, subnetId));
        if (privateIp === undefined) {
            throw new AwsError(
                "InvalidParameterException",
                `The subnet ${subnetId} does not have enough free addresses.`,
            );
        }
        put(world, "networkInterfaces", {
            id: issueId(world, "eni"),
            account,
            region,
            tags: {},
            vpcId: cluster.vpcId,
            subnetId,
            privateIp,
            ipv6Address: "",
            securityGroupIds: [cluster.clusterSecurityGroupId, ...cluster.securityGroupIds],
            interfaceType: "interface",
            description: `Amazon EKS ${cluster.name}`,
            ownedBy: cluster.id,
        });
    }
}

/** Takes away what came with a cluster. */
export function removeNetwork(scope: Scope, cluster: Cluster): void {
    removeInterfaces(scope, cluster);
    const { world } = scope;
    for (const { id, groupId } of list(scope, "securityGroupRules")) {
        if (groupId === cluster.clusterSecurityGroupId) {
            remove(world, "securityGroupRules", id);
        }
    }
    remove(world, "securityGroups", cluster.clusterSecurityGroupId);
}

function removeInterfaces(scope: Scope, { id }: Cluster): void {
    for (const each of list(scope, "networkInterfaces").filter(({ ownedBy }) => ownedBy === id)) {
        remove(scope.world, "networkInterfaces", each.id);
    }
}
