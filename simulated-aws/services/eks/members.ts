import type { Cluster } from "../../world/objects/eks";
import { all, issueHex, remove } from "../../world/objectsOf";
import type { Kind, Scope } from "../../world/types";

/** Kinds of objects that go with their cluster. */
const GO_WITH_CLUSTER = ["addons", "podIdentities", "accessEntries"] as const;

/** ID in the world of what belongs to a cluster. */
export function memberId({ account, region }: Scope, clusterName: string, own: string): string {
    return `${account}/${region}/${clusterName}/${own}`;
}

/** A fresh UUID, with which EKS ends the ARNs of what belongs to a cluster. */
export function issueUuid(scope: Scope): string {
    const digits = issueHex(scope.world, 32);
    return [
        [0, 8],
        [8, 12],
        [12, 16],
        [16, 20],
        [20, 32],
    ]
        .map(([from, to]) => digits.slice(from, to))
        .join("-");
}

/** What belongs to a cluster, of one kind. */
export function membersOf<
    K extends "nodeGroups" | "fargateProfiles" | (typeof GO_WITH_CLUSTER)[number],
>(scope: Scope, kind: K, { name, account, region }: Cluster) {
    return all(scope.world, kind).filter(
        (each) => each.clusterName === name && each.account === account && each.region === region,
    );
}

/** Takes away what goes with a cluster. */
export function removeMembers(scope: Scope, cluster: Cluster): void {
    for (const kind of GO_WITH_CLUSTER) {
        for (const { id } of membersOf(scope, kind, cluster)) {
            remove(scope.world, kind satisfies Kind, id);
        }
    }
}
