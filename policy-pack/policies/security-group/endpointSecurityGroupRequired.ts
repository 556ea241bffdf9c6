import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import {
    findAssociations,
    findDefaultGroups,
    groupsOf,
    noteUnjudged,
} from "../../stack/securityGroups";
import { readBoolean, readStrings } from "../../stack/values";

const USE_OWN =
    "create a group that admits TCP 443 from its clients, and name it in securityGroupIds";

/** Whether an EKS endpoint is behind a security group that somebody chose. */
export const endpointSecurityGroupRequired = definePolicy({
    name: "endpoint-security-group-required",
    description:
        "EKS endpoints have a security group of their own, not the default one of the VPC.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Create a security group that admits TCP 443 from the clients, and name it in securityGroupIds.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const { resource } = endpoint;
            const links = groupsOf(stack, endpoint);
            noteUnjudged(endpoint, links, findings);
            for (const group of findDefaultGroups(stack, links)) {
                findings.report(resource, `has the default security group (${group}); ${USE_OWN}`);
            }
            const { values, unknown } = readStrings(resource.given, "securityGroupIds");
            if (values.length > 0 || unknown.length > 0) {
                continue;
            }
            const associations = findAssociations(stack, endpoint);
            if (associations.length === 0) {
                findings.report(
                    resource,
                    `names no security group, so AWS attaches the default one; ${USE_OWN}`,
                );
            }
            findings.attempt(resource, () => {
                const replaced = associations.some(({ given }) =>
                    readBoolean(given, "replaceDefaultAssociation"),
                );
                if (associations.length > 0 && !replaced) {
                    findings.report(
                        resource,
                        "names no security group, so AWS attaches the default one, and no association takes it away; " +
                            "set replaceDefaultAssociation on one, or name the groups in securityGroupIds",
                    );
                }
            });
        }
    },
});
