import { definePolicy } from "../../pack/definePolicy";
import { isCurrent } from "../../pack/exemption";
import { currentRun, type UsedExemption } from "../../pack/run";

/** Which exemptions are used, which have expired, and which match nothing. */
export const exemptionsInUse = definePolicy({
    name: "exemptions-in-use",
    description: "Exemptions from the policies of this pack are few, needed and current.",
    severity: "low",
    enforcementLevel: "advisory",
    remediationSteps: "Correct what is exempted, then remove the exemption.",
    judgeStack(stack, findings) {
        for (const { policy, exemptions } of currentRun().policies.values()) {
            for (const [i, used] of exemptions.entries()) {
                const path = `${policy}.exemptions[${i}]`;
                findings.report(stack.itself, { path, reason: describe(used) });
            }
        }
    },
});

function describe({ exemption, matched }: UsedExemption): string {
    const { resource, reason, expires } = exemption;
    if (!isCurrent(exemption)) {
        return `expired on ${expires} and exempts "${resource}" no longer; correct the resource, or agree on a new date`;
    }
    if (matched.size === 0) {
        return `"${resource}" matches nothing that the policy would report; remove the exemption`;
    }
    const names = [...matched].map((urn) => urn.slice(urn.lastIndexOf("::") + 2)).sort();
    return `exempts ${names.join(", ")} until ${expires}: ${reason}`;
}
