import { findOtherServers } from "../../eks/dns/dhcpOptions";
import { readDnsAttributes, vpcOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { VPCS } from "../../stack/resourceTypes";
import { describeResource } from "../../stack/stackResource";

/** Whether the VPC of an EKS endpoint can resolve private names at all. */
export const vpcDnsAttributes = definePolicy({
    name: "vpc-dns-attributes",
    description:
        "VPCs with private names of EKS have DNS support and DNS hostnames on, and clients that ask their resolver.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set enableDnsSupport and enableDnsHostnames of the VPC to true. Level remediate does so for every VPC of the " +
        "stack, with an EKS endpoint or without. Other DNS servers in the VPC's DHCP options have to forward the names to its resolver.",
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
    judgeStack(stack, findings) {
        for (const { source, options, servers, place } of findOtherServers(stack, findings)) {
            // Advice only: whether those servers forward is for no stack to show.
            findings.report(
                source,
                `brings names of EKS to ${place}, whose clients ask ${servers.join(" and ")} by ${describeResource(options)}; ` +
                    "only the VPC's own resolver knows these names, so have those servers forward them to it, or name " +
                    "AmazonProvidedDNS in domainNameServers",
                "advisory",
            );
        }
    },
});
