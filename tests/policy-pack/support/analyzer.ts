import type { Policies } from "@pulumi/policy";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";

import { asAnalyzeRequest, asStackResource } from "../../../scripts/engine/shownResource";
import { ask, handlers } from "./handlers";
import { shown, toConfigureRequest } from "./requests";
import { encode, type Phase, type TestResource, toState, urnOf } from "./testResource";

/** One line of what the engine would print. */
export interface Diagnostic {
    policy: string;
    level: "advisory" | "mandatory" | "disabled" | "remediate";
    severity: "unspecified" | "low" | "medium" | "high" | "critical";
    /** Name of the resource. */
    resource: string;
    message: string;
}

/** What one policy does to one resource before it is judged. */
export interface Remediated {
    policy: string;
    /** Name of the resource. */
    resource: string;
    /** All properties afterwards, as they travel over gRPC. */
    properties?: { [key: string]: unknown };
    /** Why nothing could be done. */
    diagnostic?: string;
}

/** What a pack answers to an engine. */
export interface Verdict {
    remediated: Remediated[];
    diagnostics: Diagnostic[];
    notApplicable: { policy: string; reason: string }[];
}

/** What to ask a pack. */
export interface Question {
    policies: Policies;
    resources: TestResource[];
    /** Defaults to a preview in which no resource exists yet. */
    phase?: Phase;
    /** Config by policy, as in a file for `--policy-pack-config`. */
    config?: { [key: string]: { [key: string]: unknown } };
    /** False shows the stack only, as for resources outside `--target`. Defaults to true. */
    showInputs?: boolean;
}

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
const SEVERITIES = ["unspecified", "low", "medium", "high", "critical"] as const;

/** Puts resources before policies through the same functions that the engine calls over gRPC, in the same order. */
export async function analyze(question: Question): Promise<Verdict> {
    const { policies, resources, phase = "preview", showInputs = true } = question;
    await ask(handlers.configure, toConfigureRequest(policies, question.config ?? {}));
    const verdict: Verdict = { remediated: [], diagnostics: [], notApplicable: [] };
    const remediateOne = handlers.remediate(policies);
    const analyzeOne = handlers.analyze(policies);
    const analyzeAll = handlers.analyzeStack(policies);
    const corrected = new Map<TestResource, { [key: string]: unknown }>();
    for (const resource of showInputs ? resources : []) {
        const inputs = encode(resource.inputs, phase);
        const show = (properties: typeof inputs) =>
            asAnalyzeRequest(shown(resource, properties, phase));
        const remediated = readRemediations(await ask(remediateOne, show(inputs)), resource);
        verdict.remediated.push(...remediated);
        corrected.set(
            resource,
            remediated.findLast(({ properties }) => properties)?.properties ?? {},
        );
        const judged = show({ ...inputs, ...corrected.get(resource) });
        addAnswer(verdict, await ask(analyzeOne, judged), urnOf(resource));
    }
    const request = new proto.AnalyzeStackRequest();
    request.setResourcesList(
        resources.map((resource) => {
            const { properties, propertyDependencies } = toState(resource, phase);
            const known = { ...properties, ...corrected.get(resource) };
            return asStackResource({ ...shown(resource, known, phase), propertyDependencies });
        }),
    );
    addAnswer(verdict, await ask(analyzeAll, request), "");
    return verdict;
}

function readRemediations(answer: unknown, resource: TestResource): Remediated[] {
    return (answer as proto.RemediateResponse).getRemediationsList().map((remediation) => {
        const diagnostic = remediation.getDiagnostic();
        return {
            policy: remediation.getPolicyname(),
            resource: nameIn(urnOf(resource)),
            ...(diagnostic === ""
                ? { properties: remediation.getProperties()?.toJavaScript() }
                : { diagnostic }),
        };
    });
}

function nameIn(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}

function addAnswer(verdict: Verdict, answer: unknown, urn: string): void {
    const response = answer as proto.AnalyzeResponse;
    for (const diagnostic of response.getDiagnosticsList()) {
        const about = nameIn(diagnostic.getUrn() || urn);
        verdict.diagnostics.push({
            policy: diagnostic.getPolicyname(),
            level: LEVELS[diagnostic.getEnforcementlevel()],
            severity: SEVERITIES[diagnostic.getSeverity()],
            resource: about,
            message: diagnostic.getMessage(),
        });
    }
    for (const notApplicable of response.getNotApplicableList()) {
        verdict.notApplicable.push({
            policy: notApplicable.getPolicyName(),
            reason: notApplicable.getReason(),
        });
    }
}
