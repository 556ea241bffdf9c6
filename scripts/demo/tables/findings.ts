import type { Finding, Outcome } from "../runner";
import { isMandatory } from "../runner";
import { counted, styled, wrapped } from "../text";

/** The pack's verdict in a line. */
export function verdictLine({ resources, verdict: { policies, findings } }: Outcome): string {
    const mandatory = findings.filter(isMandatory).length;
    const checked = `${counted(policies.length, "policy", "policies")} on ${counted(resources, "resource")}`;
    const found = `${counted(mandatory, "violation")}, ${counted(findings.length - mandatory, "advisory", "advisories")}`;
    return `${checked}: ${found}`;
}

/** Findings, those that stop a run first; each with its level, its policy, and what to do. */
export function findingsList(findings: Finding[]): string {
    const order = [
        ...findings.filter(isMandatory),
        ...findings.filter((each) => !isMandatory(each)),
    ];
    return order.map(shown).join("\n");
}

function shown(finding: Finding): string {
    const { policy, level, message } = finding;
    const color = isMandatory(finding) ? "red" : "yellow";
    // The first line of a message is the policy's description; what was found comes after it.
    const found = message.split("\n").slice(1).join("\n") || message;
    return `  ${styled(color, level.padEnd(9))}  ${styled("bold", policy)}\n${wrapped(found, 13)}`;
}
