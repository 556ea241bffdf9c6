import { mayBeInterface } from "../../eks/endpoints";
import {
    findAssociations,
    findDefaultGroups,
    findLikelyDefaults,
    groupsOf,
} from "../../eks/security-groups/groups";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource, type StackResource } from "../../stack/stackResource";
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
    judgeEndpointInStack(endpoint, stack, findings) {
        const { resource } = endpoint;
        if (!mayBeInterface(endpoint)) {
            return;
        }
        for (const group of findDefaultGroups(stack, groupsOf(stack, endpoint, findings))) {
            findings.report(resource, `has the default security group (${group}); ${USE_OWN}`);
        }
        for (const vpc of findLikelyDefaults(stack, endpoint)) {
            const reason =
                `comes from ${describeResource(vpc)}, whose one output of this kind is its default security group; unless a ` +
                `look-up takes another one, ${USE_OWN}`;
            findings.report(resource, { path: "securityGroupIds", reason }, "advisory");
        }
        const { values, unknown } = readStrings(resource.given, "securityGroupIds");
        if (values.length > 0 || unknown.length > 0) {
            return;
        }
        const associations = findAssociations(stack, endpoint);
        if (associations.length === 0) {
            findings.report(
                resource,
                `names no security group, so AWS attaches the default one; ${USE_OWN}`,
            );
        } else if (!associations.some(replacesDefault)) {
            findings.report(
                resource,
                "names no security group, so AWS attaches the default one, and no association takes it away; " +
                    "set replaceDefaultAssociation on one, or name the groups in securityGroupIds",
            );
        }
    },
});

function replacesDefault({ given }: StackResource): boolean {
    return readBoolean(given, "replaceDefaultAssociation") === true;
}
