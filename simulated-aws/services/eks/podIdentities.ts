import { AwsError } from "../../world/errors";
import type { Cluster, PodIdentity } from "../../world/objects/eks";
import { issueHex, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { issueUuid, memberId, membersOf } from "./members";
import { letsAssume } from "./trust";

/** What an association says. */
export type WantedIdentity = Pick<
    PodIdentity,
    | "addonName"
    | "namespace"
    | "serviceAccount"
    | "roleArn"
    | "targetRoleArn"
    | "disableSessionTags"
    | "policy"
    | "tags"
>;

/** Gives the pods of a service account a role; a service account has one at a time. */
export function associate(scope: Scope, cluster: Cluster, wanted: WantedIdentity): PodIdentity {
    const there = membersOf(scope, "podIdentities", cluster).find(
        (each) =>
            each.namespace === wanted.namespace && each.serviceAccount === wanted.serviceAccount,
    );
    if (there !== undefined) {
        throw new AwsError(
            "ResourceInUseException",
            `Association already exists: ${there.associationId}`,
        );
    }
    demandUsable(scope, wanted);
    const { account, region } = scope;
    const associationId = `a-${issueHex(scope.world, 17)}`;
    return put(scope.world, "podIdentities", {
        ...wanted,
        id: memberId(scope, cluster.name, associationId),
        account,
        region,
        clusterName: cluster.name,
        uuid: issueUuid(scope),
        associationId,
    });
}

/** https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html */
export function demandUsable(
    scope: Scope,
    {
        roleArn,
        policy,
        disableSessionTags,
    }: Pick<PodIdentity, "roleArn" | "policy" | "disableSessionTags">,
): void {
    const actions = ["sts:AssumeRole", "sts:TagSession"];
    if (!letsAssume(scope, roleArn, "pods.eks.amazonaws.com", actions)) {
        throw new AwsError(
            "InvalidParameterException",
            "Trust policy of the role provided is invalid. Follow the official documentation to " +
                "resolve the issue.",
        );
    }
    if (policy !== "" && !disableSessionTags) {
        throw new AwsError(
            "InvalidParameterException",
            "A policy needs disableSessionTags to be true",
        );
    }
}
