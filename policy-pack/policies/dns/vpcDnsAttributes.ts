import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import { vpcOf } from "../../stack/networks";
import { DEFAULT_VPC } from "../../stack/resourceTypes";
import { describeResource } from "../../stack/stackResource";
import { readBoolean } from "../../stack/values";

/** Whether the VPC of an EKS endpoint can resolve private names at all. */
export const vpcDnsAttributes = definePolicy({
    name: "vpc-dns-attributes",
    description: "VPCs with EKS endpoints have DNS support and DNS hostnames on.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps: "Set enableDnsSupport and enableDnsHostnames of the VPC to true.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const { resources, elsewhere, unknown } = vpcOf(stack, endpoint);
            findings.addUnknown(endpoint.resource, unknown);
            for (const id of elsewhere) {
                findings.notApplicable.add(
                    `${describeResource(endpoint.resource)} is in ${id}, which is not in this stack`,
                );
            }
            for (const vpc of resources) {
                const defaults = {
                    enableDnsSupport: true,
                    enableDnsHostnames: vpc.type === DEFAULT_VPC,
                };
                for (const [path, byDefault] of Object.entries(defaults)) {
                    const on = findings.attempt(
                        vpc,
                        () => readBoolean(vpc.given, path) ?? byDefault,
                    );
                    if (on === false) {
                        const omitted = byDefault ? "" : ", which is also the default";
                        const reason = `is off${omitted}, so private names do not resolve; set it to true`;
                        findings.report(vpc, { path, reason });
                    }
                }
            }
        }
    },
});
