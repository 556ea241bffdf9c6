import { findHostNames, type Problem } from "eks-privatelink/domain";

import { findMisnamed } from "../../eks/dns/misnamed";
import { hasPrivateDns } from "../../eks/dns/privateDns";
import { readPrivateNames } from "../../eks/dns/privateNames";
import { hasOwnRecord, isNamedElsewhere, mayBeNamed } from "../../eks/dns/recordNames";
import { type CoverageGap, findCoverageGaps } from "../../eks/dns/zoneCoverage";
import { findMissingRecords, findStrayRecords, type StrayRecord } from "../../eks/dns/zoneRecords";
import { findEndpoints } from "../../eks/endpoints";
import { normalizeName } from "../../eks/hosts";
import { vpcOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { listOfStrings } from "../../pack/policyConfig";
import { Notes } from "../../stack/notes";
import { describeResource } from "../../stack/stackResource";
import { describeRenaming } from "../shared/misnamed";

/** Whether hosted zones that stand in for private DNS have every name and every record. */
export const hostedZonesComplete = definePolicy<{ zonesElsewhere: string[] }>({
    name: "hosted-zones-complete",
    description:
        "Hosted zones for EKS endpoints cover every host name of the service, with an address record of each family.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add the zone or the alias record that the finding names, in every VPC that uses the endpoint.",
    config: {
        zonesElsewhere: listOfStrings(
            "Host names that hosted zones of other stacks lead to endpoints of this one, such as eks.eu-central-1.api.aws.",
        ),
    },
    judgeEndpointInStack(endpoint, stack, findings, { zonesElsewhere }) {
        const { resource, service, region } = endpoint;
        const { answers, zones } = stack.once(readPrivateNames);
        if (hasPrivateDns(stack, endpoint) || answers.some(({ source }) => source === resource)) {
            return;
        }
        const elsewhere = zonesElsewhere.map(normalizeName);
        const hostNames = findHostNames(service, region);
        const names = hostNames.filter(
            (name) =>
                !elsewhere.includes(name) &&
                (zones.some((zone) => zone.name === name) || !isNamedElsewhere(stack, name)),
        );
        const recorded = hostNames.filter((name) => hasOwnRecord(stack, name));
        for (const gap of findCoverageGaps(names, zones, recorded, findings)) {
            const { missing, places } = gap;
            const vpcs = vpcOf(stack, endpoint);
            if (places.length === 0 && mayBeNamed(stack, missing, vpcs, findings)) {
                continue;
            }
            const misnamed = places.length === 0 ? findMisnamed(stack, endpoint) : undefined;
            const fix =
                misnamed === undefined
                    ? `add ${gap.isRecord ? "one" : "the zone there"}`
                    : describeRenaming(misnamed, missing);
            findings.report(
                resource,
                `${describeGap(gap)}, so clients that use that name miss the endpoint; ${fix}, or list the name in ` +
                    "zonesElsewhere",
            );
        }
    },
    judgeStack(stack, findings) {
        const endpoints = findEndpoints(stack, findings);
        for (const zone of stack.once(readPrivateNames).zones) {
            const { host, resource } = zone;
            // What cannot be known of a zone without a name of EKS is no business of this pack.
            for (const stray of findStrayRecords(stack, zone, host ? findings : new Notes())) {
                findings.report(stray.record.resource, describeStray(stray));
            }
            const missing = host && findMissingRecords(stack, zone, host, endpoints, findings);
            if (missing !== undefined) {
                const { endpoint, types } = missing;
                findings.report(
                    resource,
                    `has no ${types.join(" and no ")} record for ${zone.name} itself, so clients get no address of ` +
                        `${describeResource(endpoint)}; add an aws.route53.Record with the zone's name and an alias of the ` +
                        "endpoint's regional DNS name",
                );
            }
        }
    },
});

function describeGap({ covered, isRecord, missing, places }: CoverageGap): string {
    return places.length === 0
        ? `has a ${isRecord ? "record" : "hosted zone"} for ${covered} and none for ${missing.join(" and ")}`
        : `has a hosted zone for ${covered} in ${places.join(", ")}, and none for ${missing.join(" and ")} there`;
}

function describeStray({ record, host, target }: StrayRecord): Problem {
    const reason =
        `lead ${host.hostName} to ${describeResource(target)}, which is no endpoint of ` +
        `${host.services.join(" or ")} in ${host.region}; take the regional DNS name of that service's endpoint`;
    return { path: record.path, reason };
}
