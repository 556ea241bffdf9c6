import { definePolicy } from "../../pack/definePolicy";
import { currentRun } from "../../pack/run";

/** Whether the configuration of this pack says something that no policy reads. */
export const policyConfiguration = definePolicy({
    name: "policy-configuration",
    description: "The configuration of this pack has known keys and readable values only.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps: "Correct the key or value in the file given with --policy-pack-config.",
    judgeStack(stack, findings) {
        for (const { policy, problems } of currentRun().policies.values()) {
            for (const { path, reason } of problems) {
                findings.report(stack.itself, { path: `${policy}.${path}`, reason });
            }
        }
    },
});
