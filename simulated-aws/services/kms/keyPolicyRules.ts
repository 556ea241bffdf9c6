import { evaluatePolicy } from "../../packet/policy/evaluate";
import { AwsError } from "../../world/errors";
import type { Key } from "../../world/objects/audit";
import { all, arnOf } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";

/** What a key has without a policy of its own: its account decides by IAM. */
export function defaultPolicy(scope: Scope): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Enable IAM User Permissions",
                Effect: "Allow",
                Principal: { AWS: rootOf(scope) },
                Action: "kms:*",
                Resource: "*",
            },
        ],
    });
}

function rootOf(scope: Scope): string {
    return arnOf({ ...scope, region: "" }, "iam", "root");
}

/**
 * Refuses a policy with which nobody of the account could put another policy.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function demandUnlocked(scope: Scope, policy: string, isBypassed: boolean): void {
    if (isBypassed) {
        return;
    }
    const partition = partitionOf(scope.region).name;
    const deployer = `arn:${partition}:iam::${scope.account}:role/deployer`;
    const isUnlocked = [rootOf(scope), deployer].some(
        (arn) =>
            evaluatePolicy(policy, {
                principal: { arn, account: scope.account },
                action: "kms:PutKeyPolicy",
                resource: "*",
                context: { "aws:PrincipalArn": arn, "aws:PrincipalAccount": scope.account },
            }).allowed,
    );
    if (isUnlocked) {
        return;
    }
    throw new AwsError(
        "MalformedPolicyDocumentException",
        "The new key policy will not allow you to update the key policy in the future.",
    );
}

/** A key by its ID or ARN, in whichever account. */
export function findKey(scope: Scope, idOrArn: string): Key | undefined {
    return all(scope.world, "keys").find(
        (each) =>
            each.id === idOrArn ||
            arnOf({ ...scope, ...each }, "kms", `key/${each.id}`) === idOrArn,
    );
}
