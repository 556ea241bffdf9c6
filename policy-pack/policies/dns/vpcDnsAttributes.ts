import { readDnsAttributes, vpcOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { VPCS } from "../../stack/resourceTypes";

/** Whether the VPC of an EKS endpoint can resolve private names at all. */
export const vpcDnsAttributes = definePolicy({
    name: "vpc-dns-attributes",
    description: "VPCs with EKS endpoints have DNS support and DNS hostnames on.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set enableDnsSupport and enableDnsHostnames of the VPC to true. Level remediate does so for every VPC of the " +
        "stack, with an EKS endpoint or without.",
    remediation: {
        types: VPCS,
        correct(vpc) {
            const off = readDnsAttributes(vpc).filter(({ isOn }) => isOn.value === false);
            return Object.fromEntries(off.map(({ path }) => [path, true]));
        },
    },
    judgeEndpointInStack(endpoint, stack, findings) {
        const vpcs = vpcOf(stack, endpoint);
        findings.addMissing(endpoint.resource, "is in", vpcs);
        for (const vpc of vpcs.resources) {
            for (const { path, byDefault, isOn } of readDnsAttributes(vpc)) {
                findings.addUnknown(vpc, isOn.unknown);
                if (isOn.value === false) {
                    const omitted = byDefault ? "" : ", which is also the default";
                    const reason = `is off${omitted}, so private names do not resolve; set it to true`;
                    findings.report(vpc, { path, reason });
                }
            }
        }
    },
});
