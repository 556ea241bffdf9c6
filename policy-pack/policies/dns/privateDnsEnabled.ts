import { findHostNames } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { listOfStrings } from "../../policyConfig";
import { findEndpoints } from "../../stack/eksEndpoints";
import { normalizeName } from "../../stack/eksHosts";
import { hasZone } from "../../stack/hostedZones";
import { readPrivateNames } from "../../stack/privateNames";
import { readBoolean } from "../../stack/values";

/** Whether the names that clients use lead to an EKS endpoint. */
export const privateDnsEnabled = definePolicy<{ zonesElsewhere: string[] }>({
    name: "private-dns-enabled",
    description:
        "EKS endpoints answer for the names that clients use, by private DNS, hosted zones or a profile.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set privateDnsEnabled to true, or create private hosted zones for the host names of the service.",
    config: {
        zonesElsewhere: listOfStrings(
            "Host names that hosted zones of other stacks lead to endpoints of this one, such as eks.eu-central-1.amazonaws.com.",
        ),
    },
    judgeStack(stack, findings, { zonesElsewhere }) {
        const elsewhere = zonesElsewhere.map(normalizeName);
        const served = readPrivateNames(stack);
        for (const { resource, service, region } of findEndpoints(stack, findings)) {
            findings.attempt(resource, () => {
                const hostNames = findHostNames(service, region);
                if (
                    readBoolean(resource.given, "privateDnsEnabled") === true ||
                    served.answers.some(({ source }) => source === resource) ||
                    hostNames.some((name) => elsewhere.includes(name)) ||
                    hasZone(served.zones, hostNames, findings) !== false
                ) {
                    return;
                }
                const names = hostNames.join(" and ") || "its host names";
                findings.report(resource, {
                    path: "privateDnsEnabled",
                    reason:
                        `is off, which is also the default, and no private hosted zone here serves ${names}; ` +
                        "set it to true, add the zones, or list the names in zonesElsewhere",
                });
            });
        }
    },
});
