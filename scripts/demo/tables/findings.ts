import { type Finding, isMandatory, type Outcome } from "../runner";
import { counted, fitted, styled, wrapped } from "../text";

/** Column where the text of a finding begins. */
const INDENT = 13;

/** The pack's verdict in a line. */
export function verdictLine({ resources, verdict: { policies, findings } }: Outcome): string {
    const mandatory = findings.filter(isMandatory).length;
    const checked = `${counted(policies.length, "policy", "policies")} on ${counted(resources.length, "resource")}`;
    const found = `${counted(mandatory, "violation")}, ${counted(findings.length - mandatory, "advisory", "advisories")}`;
    return `${checked}: ${found}`;
}

/** Findings in a line each, those that stop a run first, and the first of them in full. */
export function findingsList(findings: Finding[]): string {
    const order = [...findings].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
    const width = Math.max(...order.map(({ policy }) => policy.length));
    const [first] = order;
    const example =
        first === undefined ? [] : ["  The first of them in full:", wrapped(textOf(first), 4)];
    return [...order.map((finding) => lineOf(finding, width)), ...example].join("\n");
}

function sortKey(finding: Finding): string {
    return [isMandatory(finding) ? 0 : 1, finding.policy, textOf(finding)].join(" ");
}

function lineOf(finding: Finding, width: number): string {
    const { policy, level } = finding;
    const color = isMandatory(finding) ? "red" : "yellow";
    const text = fitted(textOf(finding), INDENT + width + 2);
    return `  ${styled(color, level.padEnd(9))}  ${styled("bold", policy.padEnd(width))}  ${text}`;
}

/** What was found: the first line of a message is the policy's description. */
function textOf({ message }: Finding): string {
    return message.split("\n").slice(1).join("\n") || message;
}
