import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { AccessEntry, Cluster } from "../../world/objects/eks";
import { find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { demandCluster } from "./cluster";
import { issueUuid, memberId } from "./members";

/** Types of the entries that are for nodes, with their names in Kubernetes; pods and people have `STANDARD`. */
export const NODE_TYPES = [
    "EC2_LINUX",
    "EC2_WINDOWS",
    "FARGATE_LINUX",
    "HYBRID_LINUX",
    "HYPERPOD_LINUX",
];

/** Says whether a cluster takes access entries. */
function takesEntries({ settings }: Cluster): boolean {
    return read(read(settings as Properties).record("accessConfig"))
        .text("authenticationMode")
        .startsWith("API");
}

/** The cluster of a name, which takes access entries. */
export function demandClusterWithEntries(scope: Scope, name: string): Cluster {
    const found = demandCluster(scope, name);
    if (!takesEntries(found)) {
        throw new AwsError(
            "InvalidRequestException",
            "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to " +
                "perform this operation.",
        );
    }
    return found;
}

/** An entry of a cluster, by the principal that it is for. */
export function findEntry(
    scope: Scope,
    clusterName: string,
    principalArn: string,
): AccessEntry | undefined {
    return find(scope, "accessEntries", memberId(scope, clusterName, principalArn));
}

/** Gives a principal an entry, unless it has one. */
export function putEntry(
    scope: Scope,
    { name: clusterName, account, region }: Cluster,
    entry: Pick<AccessEntry, "principalArn" | "type" | "userName" | "kubernetesGroups" | "tags">,
): AccessEntry {
    const { principalArn, type } = entry;
    const isNode = NODE_TYPES.includes(type);
    return put(scope.world, "accessEntries", {
        id: memberId(scope, clusterName, principalArn),
        account,
        region,
        clusterName,
        uuid: issueUuid(scope),
        policies: {},
        ...entry,
        userName: entry.userName === "" ? defaultName(principalArn, isNode) : entry.userName,
        kubernetesGroups: isNode ? ["system:nodes"] : entry.kubernetesGroups,
    });
}

/**
 * EKS itself gives the roles of managed node groups and Fargate profiles an entry, where the cluster takes entries.
 * https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
export function admitRole(
    scope: Scope,
    cluster: Cluster,
    principalArn: string,
    type: string,
): void {
    if (takesEntries(cluster) && findEntry(scope, cluster.name, principalArn) === undefined) {
        putEntry(scope, cluster, {
            principalArn,
            type,
            userName: "",
            kubernetesGroups: [],
            tags: {},
        });
    }
}

function defaultName(principalArn: string, isNode: boolean): string {
    if (isNode) {
        return "system:node:{{EC2PrivateDNSName}}";
    }
    const [, partition = "", account = "", name = ""] =
        /^arn:([\w-]+):iam::(\d+):role\/(?:.+\/)?([^/]+)$/.exec(principalArn) ?? [];
    return name === ""
        ? principalArn
        : `arn:${partition}:sts::${account}:assumed-role/${name}/{{SessionName}}`;
}
