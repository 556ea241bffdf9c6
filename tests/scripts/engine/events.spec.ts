import * as assert from "node:assert/strict";

import type { EngineEvent } from "@pulumi/pulumi/automation";

import { findingsIn, messagesIn, policiesIn } from "../../../scripts/engine/events";

const said = (severity: string, message: string) =>
    ({ diagnosticEvent: { severity, message } }) as unknown as EngineEvent;

describe("messagesIn", () => {
    it("gives each message once, without marks for colours", () => {
        const events = [
            said("error", "<{%reset%}>no such VPC<{%reset%}>\n"),
            said("error", "\u001b[31mno such VPC\u001b[0m"),
            said("warning", "not so good"),
        ];
        assert.deepEqual(messagesIn(events, "error"), ["no such VPC"]);
        assert.deepEqual(messagesIn(events, "warning"), ["not so good"]);
    });

    it("leaves out what only says that there was an error", () => {
        const events = [
            said("error", "update failed"),
            said("error", "One or more errors occurred"),
            said("error", "Error while signaling shutdown: a refusal"),
            said("error", "the update failed for a reason"),
        ];
        assert.deepEqual(messagesIn(events, "error"), ["the update failed for a reason"]);
    });
});

describe("findingsIn", () => {
    it("keeps the words of the pack and the resource that they are about", () => {
        const finding = { policyName: "p", enforcementLevel: "mandatory", message: " no\n" };
        const events = [
            { policyEvent: { ...finding, resourceUrn: "urn:pulumi:a::b::c::d" } },
            { policyEvent: finding },
        ] as unknown as EngineEvent[];
        assert.deepEqual(findingsIn(events), [
            { policy: "p", level: "mandatory", urn: "urn:pulumi:a::b::c::d", message: "no" },
            { policy: "p", level: "mandatory", urn: "", message: "no" },
        ]);
    });
});

describe("policiesIn", () => {
    it("names every policy that took part, whatever it found", () => {
        const events = [
            { policyAnalyzeSummaryEvent: { passed: ["b"], failed: ["c"] } },
            { policyAnalyzeStackSummaryEvent: { passed: ["a", "b"] } },
        ] as unknown as EngineEvent[];
        assert.deepEqual(policiesIn(events), ["a", "b", "c"]);
    });
});
