import { findUnread } from "../../eks/unreadResources";
import { definePolicy } from "../../pack/definePolicy";

/** Whether a stack has resources around EKS endpoints that no policy of this pack sees. */
export const resourcesUnread = definePolicy({
    name: "resources-unread",
    description: "The EKS endpoints of a stack are written in a form that this pack reads.",
    severity: "low",
    enforcementLevel: "advisory",
    remediationSteps:
        "Write the endpoints and what belongs to them with the aws provider, or review what the finding counts by hand.",
    judgeStack(stack, findings) {
        const counts = new Map<string, number>();
        for (const { type } of findUnread(stack, findings)) {
            counts.set(type, (counts.get(type) ?? 0) + 1);
        }
        if (counts.size > 0) {
            const list = [...counts].map(([type, count]) => `${count} of ${type}`).join(", ");
            findings.report(
                stack.itself,
                `no policy looks at ${list}; write the endpoints and what belongs to them with the aws provider, or review ` +
                    "these by hand",
            );
        }
    },
});
