import { clusterHost } from "../services/eks/clusterNames";
import type { Cluster, NodeGroup } from "../world/objects/eks";
import { all } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { World } from "../world/types";
import { Client } from "./client";
import { Outcome } from "./outcome";
import { UserError } from "./userErrors";

/** Nodes of a managed node group, of which questions are asked. */
export class Nodes {
    private readonly group: NodeGroup;
    private readonly cluster: Cluster;

    /**
     * `id` is that of the resource, `<cluster>:<node group>`, or its ARN.
     * @internal
     */
    public constructor(
        private readonly world: World,
        private readonly id: string,
    ) {
        this.group = requireGroup(world, id);
        this.cluster = clusterOf(world, this.group);
    }

    /**
     * Whether nodes can join their cluster: from every subnet they reach its API, that of EC2, and the registry with the bucket
     * that its layers are in. What runs on them afterwards may need more.
     * https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
     */
    public joins(): Outcome {
        const { world, group, cluster } = this;
        const question = `nodes of ${this.id} join the cluster ${cluster.name}`;
        const groups = [cluster.clusterSecurityGroupId];
        const hosts = hostsFor(cluster);
        const tries = group.subnetIds.flatMap((subnet) => {
            const client = new Client(world, cluster.vpcId, { subnet, groups });
            return hosts.map((host) => ({ subnet, host, found: client.connects(host, 443) }));
        });
        const decisive = tries.find(({ found }) => !found.ok);
        const doubts = [...ownTemplate(group), ...tries.flatMap(({ found }) => found.undecided)];
        const reason =
            decisive === undefined
                ? `they reach ${hosts.join(", ")} from ${group.subnetIds.join(", ")}`
                : `from ${decisive.subnet} they do not reach ${decisive.host}: ${decisive.found.reason}`;
        return new Outcome(question, decisive === undefined, reason, [...new Set(doubts)]);
    }
}

/** A launch template may bring other security groups, and an image that needs something else. */
function ownTemplate({ settings }: NodeGroup): string[] {
    const template = settings.launchTemplate as { id?: string; name?: string } | undefined;
    return template === undefined ? [] : [`launch template ${template.id ?? template.name ?? ""}`];
}

/** The account in the name of the registry is one of those that hold AWS's add-ons; its name and those of others have the same endpoint. */
function hostsFor(cluster: Cluster): string[] {
    const { region } = cluster;
    const suffix = `${region}.${partitionOf(region).dnsSuffix}`;
    return [
        clusterHost(cluster),
        `ec2.${suffix}`,
        `api.ecr.${suffix}`,
        `602401143452.dkr.ecr.${suffix}`,
        `prod-${region}-starport-layer-bucket.s3.${suffix}`,
    ];
}

function requireGroup(world: World, id: string): NodeGroup {
    const groups = all(world, "nodeGroups");
    const [, account = "", arnPath = ""] = /:eks:[\w-]+:(\d+):nodegroup\/(.+)$/.exec(id) ?? [];
    const found = groups.filter(({ clusterName, name, uuid, account: owner }) =>
        arnPath === ""
            ? id === `${clusterName}:${name}`
            : owner === account && arnPath === `${clusterName}/${name}/${uuid}`,
    );
    const [first] = found;
    if (first === undefined) {
        const there = groups.map(({ clusterName, name }) => `${clusterName}:${name}`).join(", ");
        throw new UserError(
            `there is no node group ${id} in this world; give <cluster>:<node group> or an ARN; there are: ${there || "none"}`,
        );
    }
    if (found.length > 1) {
        throw new UserError(`${found.length} node groups are called ${id}; give the ARN of one`);
    }
    return first;
}

function clusterOf(world: World, { clusterName, account, region }: NodeGroup): Cluster {
    const found = world.objects.clusters[`${account}/${region}/${clusterName}`];
    if (found === undefined) {
        throw new UserError(`the cluster ${clusterName} is gone`);
    }
    return found;
}
