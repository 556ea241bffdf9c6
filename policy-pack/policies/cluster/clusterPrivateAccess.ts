import { definePolicy } from "../../pack/definePolicy";
import { CLUSTER } from "../../stack/resourceTypes";
import { readBoolean, readValue } from "../../stack/values";

/** Whether the Kubernetes API of a cluster can be reached from its VPC without leaving it. */
export const clusterPrivateAccess = definePolicy({
    name: "cluster-private-access",
    description: "EKS clusters let their VPC reach the Kubernetes API privately.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps: "Set endpointPrivateAccess in vpcConfig of the cluster to true.",
    judgeStack(stack, findings) {
        for (const cluster of stack.ofType(CLUSTER)) {
            findings.attempt(cluster, () => {
                const vpcConfig = readValue(cluster.given, "vpcConfig");
                if (readBoolean(vpcConfig, "endpointPrivateAccess") !== true) {
                    findings.report(cluster, {
                        path: "vpcConfig.endpointPrivateAccess",
                        reason:
                            "is off, which is also the default, so nodes reach the Kubernetes API over the internet; " +
                            "set it to true (interface endpoints do not carry that API)",
                    });
                }
            });
        }
    },
});
