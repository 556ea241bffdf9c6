import { findHostNames, serviceFacts } from "eks-privatelink/domain";

import { hasZone } from "../../eks/dns/hostedZones";
import { readPrivateNames } from "../../eks/dns/privateNames";
import { mayBeInterface, readEndpoint } from "../../eks/endpoints";
import { hasHostAmong } from "../../eks/hosts";
import { definePolicy } from "../../pack/definePolicy";
import { listOfStrings } from "../../pack/policyConfig";
import { VPC_ENDPOINT } from "../../stack/resourceTypes";
import { isGiven, readBoolean, readString } from "../../stack/values";

/** Whether the names that clients use lead to an EKS endpoint. */
export const privateDnsEnabled = definePolicy<{ zonesElsewhere: string[] }>({
    name: "private-dns-enabled",
    description:
        "EKS endpoints answer for the names that clients use, by private DNS, hosted zones or a profile.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set privateDnsEnabled to true, or create private hosted zones for the host names of the service. " +
        "Level remediate sets it where it is left out; write false where zones answer.",
    config: {
        zonesElsewhere: listOfStrings(
            "Host names that hosted zones of other stacks lead to endpoints of this one, such as eks.eu-central-1.amazonaws.com.",
        ),
    },
    remediation: {
        types: [VPC_ENDPOINT],
        correct(resource, { zonesElsewhere }) {
            const endpoint = readEndpoint(resource);
            return endpoint === undefined ||
                !serviceFacts(endpoint.service).hasPrivateDns ||
                readString(resource.given, "vpcEndpointType") !== "Interface" ||
                isGiven(resource.given, "privateDnsEnabled") ||
                hasHostAmong(zonesElsewhere, endpoint)
                ? {}
                : { privateDnsEnabled: true };
        },
    },
    judgeEndpointInStack(endpoint, stack, findings, { zonesElsewhere }) {
        const { resource, service, region } = endpoint;
        const hostNames = findHostNames(service, region);
        const { answers, zones } = stack.once(readPrivateNames);
        if (
            !serviceFacts(service).hasPrivateDns ||
            !mayBeInterface(endpoint) ||
            readBoolean(resource.given, "privateDnsEnabled") === true ||
            answers.some(({ source }) => source === resource) ||
            hasHostAmong(zonesElsewhere, endpoint) ||
            hasZone(zones, hostNames, findings) !== false
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
    },
});
