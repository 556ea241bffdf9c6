import { findHostNames, serviceFacts } from "eks-privatelink/domain";

import { hasZone } from "../../eks/dns/hostedZones";
import { findMisnamed } from "../../eks/dns/misnamed";
import { findSwitches, hasOwnFlag, hasPrivateDns } from "../../eks/dns/privateDns";
import { findHolder, readPrivateNames } from "../../eks/dns/privateNames";
import { isNamedElsewhere, mayBeNamed } from "../../eks/dns/recordNames";
import { type EksEndpoint, mayBeInterface, readEndpoint } from "../../eks/endpoints";
import { hasHostAmong } from "../../eks/hosts";
import { vpcOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { listOfStrings } from "../../pack/policyConfig";
import { ENDPOINT_SET, VPC_ENDPOINT } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import { describeResource } from "../../stack/stackResource";
import { isGiven, readString } from "../../stack/values";
import { describeRenaming } from "../shared/misnamed";

/** Whether the names that clients use lead to an EKS endpoint. */
export const privateDnsEnabled = definePolicy<{ zonesElsewhere: string[] }>({
    name: "private-dns-enabled",
    description:
        "EKS endpoints answer for the names that clients use, by private DNS, hosted zones or a profile.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set privateDnsEnabled to true, or create private hosted zones for the host names of the service. " +
        "Level remediate sets it where it is left out; write false where zones answer, and exempt endpoints that have an " +
        "EndpointPrivateDns.",
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
                // The component switches it with an EndpointPrivateDns.
                resource.urn.includes(`${ENDPOINT_SET}$`) ||
                hasHostAmong(zonesElsewhere, endpoint)
                ? {}
                : { privateDnsEnabled: true };
        },
    },
    judgeEndpointInStack(endpoint, stack, findings, { zonesElsewhere }) {
        const { resource, service, region } = endpoint;
        const hostNames = findHostNames(service, region);
        const { answers, zones } = stack.once(readPrivateNames);
        const [toggle] = findSwitches(stack, endpoint);
        if (toggle !== undefined && hasOwnFlag(endpoint)) {
            const reason = findings.corrected.has(resource.urn)
                ? `is left out here for ${describeResource(toggle)}, but level remediate, which sees what comes after an endpoint ` +
                  "too late, has set it as well; exempt this endpoint from private-dns-enabled"
                : `is set here and by ${describeResource(toggle)}, and each undoes the other; leave it out here`;
            findings.report(resource, { path: "privateDnsEnabled", reason });
        }
        if (
            !serviceFacts(service).hasPrivateDns ||
            !mayBeInterface(endpoint) ||
            hasPrivateDns(stack, endpoint) ||
            answers.some(({ source }) => source === resource) ||
            hasHostAmong(zonesElsewhere, endpoint) ||
            hostNames.some((name) => isNamedElsewhere(stack, name)) ||
            hasZone(zones, hostNames, findings) !== false ||
            mayBeNamed(stack, hostNames, vpcOf(stack, endpoint), findings)
        ) {
            return;
        }
        const names = hostNames.join(" and ") || "its host names";
        const off = toggle === undefined ? "is off, which is also the default" : "is off";
        findings.report(toggle ?? resource, {
            path: "privateDnsEnabled",
            reason: `${off}, and no private hosted zone here serves ${names}; ${findWayOut(endpoint, stack)}`,
        });
    },
});

/** Private DNS can only be switched on where no other endpoint of the VPC has the names. */
function findWayOut(endpoint: EksEndpoint, stack: Stack): string {
    const holder = findHolder(stack, endpoint);
    if (holder !== undefined) {
        return (
            `${describeResource(holder)} has the names in this VPC, so AWS refuses to switch it on; ` +
            "remove this endpoint and use that one"
        );
    }
    const { elsewhere } = vpcOf(stack, endpoint);
    const misnamed = findMisnamed(stack, endpoint);
    const hostNames = findHostNames(endpoint.service, endpoint.region);
    const ways =
        misnamed === undefined
            ? "set it to true, add the zones, or list the names in zonesElsewhere"
            : `${describeRenaming(misnamed, hostNames)}, set it to true, or list the names in zonesElsewhere`;
    return elsewhere.length === 0
        ? ways
        : `${ways}; where an endpoint of another stack has the names in ${elsewhere.join(", ")}, AWS refuses true: ` +
              "remove this endpoint and use that one";
}
