import { stripVTControlCharacters } from "node:util";

import type { EngineEvent, StepEventMetadata } from "@pulumi/pulumi/automation";

/** Policies that a pack tried on a resource or on the stack; the SDK's own type leaves these events out. */
interface PolicySummary {
    passed?: string[];
    failed?: string[];
}

type PolicyEvents = EngineEvent & {
    policyAnalyzeSummaryEvent?: PolicySummary;
    policyAnalyzeStackSummaryEvent?: PolicySummary;
};

/** The engine's closing words, and what the Automation API says once more. */
const REPETITION =
    /^((update|preview|destroy) failed$|One or more errors occurred|Error while signaling shutdown: )/;

/** What a policy pack says about a resource, in the words of the engine. */
export interface PackFinding {
    policy: string;
    level: string;
    /** Empty where it is about the whole stack. */
    urn: string;
    message: string;
}

/** Resources of which a run began, in that order. */
export function begunIn(events: EngineEvent[]): StepEventMetadata[] {
    return events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
}

/** Resources that were done, or planned in a preview, in the order in which they ended. */
export function endedIn(events: EngineEvent[]): StepEventMetadata[] {
    return events.flatMap(({ resOutputsEvent }) => resOutputsEvent?.metadata ?? []);
}

/** Messages of one severity, each once, without marks for colours and without what only repeats another. */
export function messagesIn(events: EngineEvent[], severity: "warning" | "error"): string[] {
    const said = events
        .flatMap(({ diagnosticEvent }) => diagnosticEvent ?? [])
        .filter((event) => event.severity === severity)
        .map(({ message }) => plain(message));
    return [...new Set(said)].filter((message) => !REPETITION.test(message));
}

/** Findings of policy packs, in the order in which they were made. */
export function findingsIn(events: EngineEvent[]): PackFinding[] {
    return events
        .flatMap(({ policyEvent }) => policyEvent ?? [])
        .map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
            policy: policyName,
            level: enforcementLevel,
            urn: resourceUrn ?? "",
            message: plain(message),
        }));
}

/** IDs of the policies that took part, sorted. */
export function policiesIn(events: EngineEvent[]): string[] {
    const summaries = (events as PolicyEvents[]).flatMap((event) => [
        event.policyAnalyzeSummaryEvent ?? {},
        event.policyAnalyzeStackSummaryEvent ?? {},
    ]);
    const policies = summaries.flatMap(({ passed = [], failed = [] }) => [...passed, ...failed]);
    return [...new Set(policies)].sort();
}

function plain(message: string): string {
    return stripVTControlCharacters(message.replace(/<\{%[^%]*%\}>/g, "")).trim();
}
