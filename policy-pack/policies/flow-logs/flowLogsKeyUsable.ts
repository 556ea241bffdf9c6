import { checkKeyPolicy, findKeyUser, within } from "eks-privatelink/domain";

import { findEndpointLogs, readDestination } from "../../eks/flow-logs/destinations";
import {
    findEncryptions,
    findKeyPolicies,
    type LogEncryption,
} from "../../eks/flow-logs/encryption";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { findRegion } from "../../stack/places";
import { describeResource } from "../../stack/stackResource";
import { readDocument } from "../../stack/values";

/** Whether AWS may use the KMS key with which flow logs of an EKS endpoint are encrypted. */
export const flowLogsKeyUsable = definePolicy({
    name: "flow-logs-key-usable",
    description:
        "KMS keys for flow logs of EKS endpoints are named by ARN, and let the service that delivers the logs use them.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add the statement to the key's policy that lets the service in the finding use it, and name a key of your own by its ARN.",
    judgeStack(stack, findings) {
        for (const log of findEndpointLogs(stack, findings)) {
            const destination = findings.attempt(log, () => readDestination(log)) ?? "";
            for (const encryption of findEncryptions(stack, log, destination, findings)) {
                const { target, key } = encryption;
                judgeName(encryption, findings);
                findings.addMissing(target, "is encrypted with", key);
                const service = findKeyUser(destination, findRegion(target));
                const [only, ...others] = key.resources;
                // Of several keys that a value may come from, preview does not know which one it is.
                if (only === undefined || others.length > 0 || service === undefined) {
                    continue;
                }
                for (const resource of findKeyPolicies(stack, only)) {
                    findings.attempt(resource, () => {
                        const policy = readDocument(resource.given, "policy");
                        const use = { service, destination: describeResource(target) };
                        findings.reportAll(resource, within("policy", checkKeyPolicy(policy, use)));
                    });
                }
            }
        }
    },
});

/** Of a key that is still to be created, preview knows neither ARN nor ID. */
function judgeName({ resource, path, keyId }: LogEncryption, findings: Findings): void {
    const { value, unknown } = keyId;
    if (unknown === undefined && !/^arn:[^:]+:kms:[^:]*:[^:]*:key\//.test(value ?? "")) {
        const is =
            value === undefined
                ? "is left out, so S3 takes the key that AWS manages, with which flow logs cannot be read"
                : `is "${value}", by which AWS finds no key for flow logs`;
        findings.report(resource, { path, reason: `${is}; give the ARN of a key of your own` });
    }
}
