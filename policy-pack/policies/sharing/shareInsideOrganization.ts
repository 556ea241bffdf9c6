import { findPrincipals, findSharedProfiles } from "../../eks/sharing/resourceShares";
import { definePolicy } from "../../pack/definePolicy";
import { listOfStrings } from "../../pack/policyConfig";
import { describeResource } from "../../stack/stackResource";
import { readBoolean } from "../../stack/values";

/** Whether EKS endpoints or their zones are shared through AWS RAM with nobody outside the organisation. */
export const shareInsideOrganization = definePolicy<{ organizationIds: string[] }>({
    name: "share-inside-organization",
    description:
        "Profiles with EKS endpoints or their hosted zones are shared inside the organisation only.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set allowExternalPrincipals of the resource share to false, and share with accounts, units or the whole of your own organisation.",
    config: {
        organizationIds: listOfStrings(
            "Organisations, as o-exampleorgid, that profiles may be shared with; any one when empty.",
        ),
    },
    judgeStack(stack, findings, { organizationIds }) {
        for (const { share, profile } of findSharedProfiles(stack, findings)) {
            const what = `${describeResource(profile)} with EKS endpoints or their zones`;
            findings.attempt(share, () => {
                // Left out, the provider sends false, although the API itself would take true.
                if (readBoolean(share.given, "allowExternalPrincipals") === true) {
                    findings.report(share, {
                        path: "allowExternalPrincipals",
                        reason: `is on, so ${what} can be shared with accounts outside the organisation; set it to false`,
                    });
                }
            });
            for (const { resource, organizationId } of findPrincipals(stack, share, findings)) {
                const foreign =
                    organizationIds.length > 0 && !organizationIds.includes(organizationId);
                if (foreign) {
                    findings.report(resource, {
                        path: "principal",
                        reason:
                            `gives organisation ${organizationId} the ${what}; allowed: ` +
                            organizationIds.join(", "),
                    });
                }
            }
        }
    },
});
