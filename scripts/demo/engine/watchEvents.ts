import { stripVTControlCharacters } from "node:util";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Finding, Verdict } from "../runner";
import { isOfProgram } from "../runner";

/** Policies that a pack tried on a resource or on the stack; the SDK's own type leaves these events out. */
interface PolicySummary {
    passed?: string[];
    failed?: string[];
}

type Event = EngineEvent & {
    policyAnalyzeSummaryEvent?: PolicySummary;
    policyAnalyzeStackSummaryEvent?: PolicySummary;
};

/** The engine's closing words, and what the Automation API says once more. */
const REPETITION = /^(update|preview|destroy) failed$/;

/** Reads the events of one run of the engine. */
export class EventWatch {
    public readonly resources: string[] = [];
    private readonly complaints = new Set<string>();
    private readonly policies = new Set<string>();
    private readonly findings = new Map<string, Finding>();

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
            this.complaints.add(stripVTControlCharacters(diagnostic.message).trim());
        }
    };

    /** What the engine complained of, each thing once. */
    public errors(): string[] {
        return [...this.complaints].filter((complaint) => !REPETITION.test(complaint));
    }

    /** What the pack said so far. */
    public verdict(): Verdict {
        return { policies: [...this.policies].sort(), findings: [...this.findings.values()] };
    }

    private seeResource({ resourcePreEvent: begun, resOutputsEvent: done }: Event): void {
        // A preview tells of a resource once it is planned, an update once it is there.
        const isPlanned = (event: { planning?: boolean } | undefined) => event?.planning === true;
        const event = isPlanned(begun) ? begun : isPlanned(done) ? undefined : done;
        const { op, type = "" } = event?.metadata ?? {};
        if (op === "create" && isOfProgram(type)) {
            this.resources.push(type);
        }
    }

    private seePolicies(summary: PolicySummary | undefined): void {
        for (const policy of [...(summary?.passed ?? []), ...(summary?.failed ?? [])]) {
            this.policies.add(policy);
        }
    }
}
