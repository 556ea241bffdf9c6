import { stripVTControlCharacters } from "node:util";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { resourceLine } from "../resourceLine";
import type { Finding, Progress, Verdict } from "../runner";

/** Policies that a pack tried on a resource or on the stack; the SDK's own type leaves these events out. */
interface PolicySummary {
    passed?: string[];
    failed?: string[];
}

type Event = EngineEvent & {
    policyAnalyzeSummaryEvent?: PolicySummary;
    policyAnalyzeStackSummaryEvent?: PolicySummary;
};

const SIGNS: { [operation: string]: string } = { create: "+", delete: "-", update: "~" };

/** Reads the events of one run of the engine. */
export class EventWatch {
    public readonly errors: string[] = [];
    public resources = 0;
    private readonly policies = new Set<string>();
    private readonly findings = new Map<string, Finding>();

    public constructor(private readonly progress: Progress) {}

    /** Takes one event. */
    public readonly see = (event: Event): void => {
        this.seeResource(event);
        this.seePolicies(event.policyAnalyzeSummaryEvent);
        this.seePolicies(event.policyAnalyzeStackSummaryEvent);
        const { policyEvent: finding, diagnosticEvent: diagnostic } = event;
        if (finding !== undefined) {
            this.findings.set(
                JSON.stringify([finding.policyName, finding.resourceUrn, finding.message]),
                {
                    policy: finding.policyName,
                    level: finding.enforcementLevel === "mandatory" ? "mandatory" : "advisory",
                    urn: finding.resourceUrn ?? "",
                    message: finding.message.trim(),
                },
            );
        }
        if (diagnostic?.severity === "error") {
            this.errors.push(stripVTControlCharacters(diagnostic.message).trim());
        }
    };

    /** What the pack said so far. */
    public verdict(): Verdict {
        return { policies: [...this.policies].sort(), findings: [...this.findings.values()] };
    }

    private seeResource({ resourcePreEvent: begun, resOutputsEvent: done }: Event): void {
        // A preview tells of a resource once it is planned, an update once it is there.
        const isPlanned = (event: { planning?: boolean } | undefined) => event?.planning === true;
        const event = isPlanned(begun) ? begun : isPlanned(done) ? undefined : done;
        const { op = "", type = "", urn = "" } = event?.metadata ?? {};
        const sign = SIGNS[op];
        const line = sign === undefined ? undefined : resourceLine(sign, type, nameOf(urn));
        if (line !== undefined) {
            this.resources += 1;
            this.progress(line);
        }
    }

    private seePolicies(summary: PolicySummary | undefined): void {
        for (const policy of [...(summary?.passed ?? []), ...(summary?.failed ?? [])]) {
            this.policies.add(policy);
        }
    }
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}
