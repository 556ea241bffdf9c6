import { checkAddressing, findAddressing } from "eks-privatelink/domain";

import { readIpAddressType } from "../../eks/endpoints";
import { definePolicy } from "../../pack/definePolicy";
import { readString, readValue } from "../../stack/values";

/** Whether the IP address type of an EKS endpoint and its DNS record type exist and go together. */
export const ipAddressTypeConsistent = definePolicy({
    name: "ip-address-type-consistent",
    description: "The IP address type and the DNS record type of EKS endpoints go together.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Leave dnsRecordIpType out to follow ipAddressType, or choose one that the finding allows.",
    judgeEndpoint(endpoint, findings) {
        const { resource } = endpoint;
        const ipAddressType = readIpAddressType(endpoint);
        const [follows = ipAddressType] = findAddressing(ipAddressType)?.dnsRecordIpTypes ?? [];
        const given = findings.attempt(resource, () =>
            readString(readValue(resource.given, "dnsOptions"), "dnsRecordIpType"),
        );
        for (const { path, reason } of checkAddressing(ipAddressType, given ?? follows)) {
            const property = path === "dnsRecordIpType" ? `dnsOptions.${path}` : path;
            findings.report(resource, { path: property, reason });
        }
    },
});
