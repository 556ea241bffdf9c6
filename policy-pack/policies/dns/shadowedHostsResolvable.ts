import { ALL_SERVICES, EksService } from "eks-privatelink/domain";

import { findHiddenHosts, type HiddenHost } from "../../eks/dns/hiddenHosts";
import { findHiddenByParents } from "../../eks/dns/parentZones";
import { readPrivateNames } from "../../eks/dns/privateNames";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource } from "../../stack/stackResource";

/** Whether a private name of EKS hides hosts below it that then nobody answers for. */
export const shadowedHostsResolvable = definePolicy<{ mayStayHidden: string[] }>({
    name: "shadowed-hosts-resolvable",
    description:
        "Hosts of EKS that private DNS or a hosted zone hides have an endpoint or zone that answers for them.",
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
            for (const host of findHiddenHosts(stack, answer, served, mayStayHidden, findings)) {
                findings.report(answer.source, describeHidden(host));
            }
        }
        for (const { zone, hosts } of findHiddenByParents(stack, served, mayStayHidden, findings)) {
            for (const host of hosts.filter(({ misled }) => misled !== undefined)) {
                findings.report(zone.resource, describeHidden(host));
            }
            const nameless = hosts.filter(({ misled }) => misled === undefined);
            for (const places of new Set(nameless.map((host) => host.places.join(", ")))) {
                const there = nameless.filter((host) => host.places.join(", ") === places);
                findings.report(zone.resource, describeParent(there, places));
            }
        }
    },
});

function describeHidden({ hostName, service, places, misled }: HiddenHost): string {
    const answered =
        misled === undefined
            ? "nothing here answers for it there"
            : `${describeResource(misled.record)} leads it to ${describeResource(misled.target)}, ` +
              "whose certificate does not have that name";
    return (
        `hides ${hostName} in ${places.join(", ")}, and ${answered}; create the ${service} endpoint with private DNS ` +
        `or a hosted zone for the host, or add "${service}" to mayStayHidden`
    );
}

/** One finding for all the names that one zone hides: one record each, or one step, brings them back. */
function describeParent(hosts: HiddenHost[], places: string): string {
    const names = hosts.map(({ hostName }) => hostName);
    const services = [...new Set(hosts.map(({ service }) => `"${service}"`))];
    return (
        `has no record for ${names.join(" and ")}, and in ${places} nobody else is asked for what is below it, public DNS neither; ` +
        "add records that lead to the endpoints, create these with private DNS or with zones of their own there, " +
        `take this zone out of the VPC, or add ${services.join(" and ")} to mayStayHidden`
    );
}
