import { ALL_SERVICES, EksService } from "eks-privatelink/domain";

import { findHiddenHosts } from "../../eks/dns/hiddenHosts";
import { readPrivateNames } from "../../eks/dns/privateNames";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource } from "../../stack/stackResource";

/** Whether a private name of EKS hides hosts below it that then nobody answers for. */
export const shadowedHostsResolvable = definePolicy<{ mayStayHidden: string[] }>({
    name: "shadowed-hosts-resolvable",
    description:
        "Hosts that private DNS or a hosted zone of EKS hides have an endpoint or zone that answers for them.",
    severity: "medium",
    enforcementLevel: "advisory",
    remediationSteps:
        "Create the endpoint of the hidden service with private DNS in the same VPC, or a hosted zone for the host.",
    config: {
        mayStayHidden: {
            type: "array",
            items: { type: "string", enum: ALL_SERVICES },
            description:
                "Services whose hosts may stay hidden. By default the console proxy, which only console views of clusters need, and the FIPS API, which only clients that ask for FIPS call; the OIDC issuer is not among them, because whoever sets up IAM roles for service accounts reads it.",
            default: [EksService.EksProxy, EksService.EksFips],
        },
    },
    judgeStack(stack, findings, { mayStayHidden }) {
        const served = stack.once(readPrivateNames);
        findings.addUnknowns(served.unsure);
        for (const answer of served.answers) {
            const hidden = findHiddenHosts(stack, answer, served, mayStayHidden, findings);
            for (const { hostName, service, places, misled } of hidden) {
                const answered =
                    misled === undefined
                        ? "nothing here answers for it there"
                        : `${describeResource(misled.record)} leads it to ${describeResource(misled.target)}, ` +
                          "whose certificate does not have that name";
                findings.report(
                    answer.source,
                    `hides ${hostName} in ${places.join(", ")}, and ${answered}; create the ` +
                        `${service} endpoint with private DNS or a hosted zone for the host, or add "${service}" to ` +
                        "mayStayHidden",
                );
            }
        }
    },
});
