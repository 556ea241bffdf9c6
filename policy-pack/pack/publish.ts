import type { EnforcementLevel, ReportViolation } from "@pulumi/policy";

import { describeResource, type StackResource } from "../stack/stackResource";
import { exempts, isCurrent } from "./exemption";
import type { Findings } from "./findings";
import type { Unknowns, UsedExemption } from "./run";

/** Reports what a policy found, except about exempted resources. Returns what it could not know about the others. */
export function publish(
    findings: Findings,
    exemptions: UsedExemption[],
    description: string,
    report: ReportViolation,
): Unknowns {
    for (const { resource, message, enforcementLevel } of findings.violations) {
        if (isExempt(resource, exemptions)) {
            continue;
        }
        if (enforcementLevel === undefined) {
            report(message, resource.urn);
        } else {
            reportAt(enforcementLevel, report, `${description}\n${message}`, resource.urn);
        }
    }
    return [...findings.unknowns].filter(([resource]) => !isExempt(resource, exemptions));
}

/**
 * Reports, as advice, what a stack policy cannot know in preview, in one line for all resources of which it is the same.
 * The SDK's own advisory would not name the resources.
 */
export function publishUnknowns(
    unknowns: Unknowns,
    description: string,
    report: ReportViolation,
): void {
    for (const message of new Set(unknowns.map(([, unknown]) => unknown.message))) {
        const resources = unknowns
            .filter(([, unknown]) => unknown.message === message)
            .map(([resource]) => resource);
        const names = resources.map(describeResource).join(", ");
        const text = `${description}\n${names}: not judged yet: ${message}`;
        reportAt("advisory", report, text, resources[0]?.urn ?? "");
    }
}

/** The SDK takes an object too, which its types do not tell; nothing else sets the level of one report. */
function reportAt(
    enforcementLevel: EnforcementLevel,
    report: ReportViolation,
    message: string,
    urn: string,
): void {
    (report as unknown as (violation: object) => void)({ message, urn, enforcementLevel });
}

/** Whether a resource is exempted. Every exemption that means it counts as needed, also an expired one. */
export function isExempt(resource: StackResource, exemptions: UsedExemption[]): boolean {
    const matching = exemptions.filter(({ exemption }) => exempts(exemption, resource));
    matching.forEach(({ matched }) => matched.add(resource.urn));
    return matching.some(({ exemption }) => isCurrent(exemption));
}
