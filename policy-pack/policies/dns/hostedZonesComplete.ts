import { findHostNames } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { listOfStrings } from "../../policyConfig";
import { findEndpoints } from "../../stack/eksEndpoints";
import { normalizeName } from "../../stack/eksHosts";
import { readPrivateNames } from "../../stack/privateNames";
import { readBoolean } from "../../stack/values";
import { findGaps } from "../../stack/zoneCoverage";
import { judgeRecords } from "../../stack/zoneRecords";

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
    judgeStack(stack, findings, { zonesElsewhere }) {
        const elsewhere = zonesElsewhere.map(normalizeName);
        const { answers, zones } = readPrivateNames(stack);
        const endpoints = findEndpoints(stack, findings);
        for (const { resource, service, region } of endpoints) {
            findings.attempt(resource, () => {
                const hostNames = findHostNames(service, region);
                const answersItself =
                    readBoolean(resource.given, "privateDnsEnabled") === true ||
                    answers.some(({ source }) => source === resource);
                const gaps = answersItself
                    ? []
                    : findGaps(
                          hostNames.filter((name) => !elsewhere.includes(name)),
                          zones,
                          findings,
                      );
                for (const gap of gaps) {
                    findings.report(
                        resource,
                        `${gap}, so clients that use that name miss the endpoint; add the zone there, or list the name in zonesElsewhere`,
                    );
                }
            });
        }
        for (const zone of zones) {
            judgeRecords(stack, zone, endpoints, findings);
        }
    },
});
