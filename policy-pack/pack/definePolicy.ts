import type {
    EnforcementLevel,
    PolicyComplianceFramework,
    ReportViolation,
    ResourceRemediation,
    ResourceValidation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    Severity,
    StackValidation,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";
import type { Problem } from "eks-privatelink/domain";

import { type EksEndpoint, findEndpoints, readEndpoint } from "../eks/endpoints";
import type { Notes } from "../stack/notes";
import { STACK, TYPES_READ_BY_INPUT, VPC_ENDPOINT } from "../stack/resourceTypes";
import { Stack } from "../stack/stack";
import { readResource } from "../stack/stackResource";
import { typeOf } from "../stack/writtenForm";
import { Findings } from "./findings";
import { type ConfigSchema, readConfig, toPolicyConfigSchema } from "./policyConfig";
import { publish, publishUnknowns } from "./publish";
import { remediate, type Remediation } from "./remediation";
import { type PolicyRecord, type Run, runJudgingStack, runShowingResource } from "./run";

/** A policy of this pack, as the SDK runs it. */
export type EksPolicy = ResourceValidationPolicy | StackValidationPolicy;

/** A policy of this pack, as it is written. The hooks that judge report into `findings`. */
export interface PolicyDefinition<Config extends object> {
    /** ID: kebab-case, never reused. */
    name: string;
    /** One sentence; each finding begins with it. */
    description: string;
    severity: Severity;
    /** Level without any configuration. */
    enforcementLevel: EnforcementLevel;
    /** What to do about a finding. */
    remediationSteps: string;
    framework?: PolicyComplianceFramework;
    /** Config keys of its own; every policy has `exemptions` too. */
    config?: ConfigSchema<Config>;
    /** Finds what is wrong with config values of the right types. */
    checkConfig?(config: Config): Problem[];
    /** Puts a resource right; only at level `remediate`, which nobody has without asking for it. */
    remediation?: Remediation<Config>;
    /** Judges an EKS endpoint by its inputs alone, before it exists. */
    judgeEndpoint?(endpoint: EksEndpoint, findings: Findings, config: Config): void;
    /** Judges an EKS endpoint among the resources of its stack. A value that preview does not know ends it for this endpoint only. */
    judgeEndpointInStack?(
        endpoint: EksEndpoint,
        stack: Stack,
        findings: Findings,
        config: Config,
    ): void;
    /** Judges what only several resources together can show, after the endpoints one by one. */
    judgeStack?(stack: Stack, findings: Findings, config: Config): void;
}

/** Adds to a policy what all have: its URL, its config and exemptions, and care with values that preview does not know. */
export function definePolicy<Config extends object = object>(
    definition: PolicyDefinition<Config>,
): EksPolicy {
    const { name, description, severity, enforcementLevel, remediation } = definition;
    const validateResource: ResourceValidation = (args, report) => {
        if (args.type === STACK || TYPES_READ_BY_INPUT.has(typeOf(args))) {
            runOnResource(definition, args, report);
        }
    };
    const validateStack: StackValidation = (args, report) => {
        runOnStack(definition, args, report);
    };
    const remediateResource: ResourceRemediation = (args) =>
        remediation &&
        remediate(remediation, args, () => record(definition, runShowingResource(), args));
    const judgesStack = "judgeStack" in definition || "judgeEndpointInStack" in definition;
    return {
        name,
        description,
        severity,
        enforcementLevel,
        remediationSteps: definition.remediationSteps,
        url: `https://www.npmjs.com/package/eks-privatelink-policies#${name}`,
        framework: definition.framework,
        configSchema: toPolicyConfigSchema(definition.config ?? {}),
        validateResource,
        ...(remediation === undefined ? {} : { remediateResource }),
        // A stack policy costs the SDK a copy of the whole stack, so only those that need it are ones.
        ...(judgesStack ? { validateStack } : {}),
    };
}

function runOnResource<Config extends object>(
    definition: PolicyDefinition<Config>,
    args: ResourceValidationArgs,
    report: ReportViolation,
): void {
    const run = runShowingResource();
    run.inputs.set(args.urn, args.props);
    const { values, exemptions } = record(definition, run, args);
    if (typeOf(args) !== VPC_ENDPOINT || definition.judgeEndpoint === undefined) {
        return;
    }
    const findings = new Findings();
    const resource = readResource(args);
    findings.attempt(resource, () => {
        const endpoint = readEndpoint(resource);
        if (endpoint !== undefined) {
            definition.judgeEndpoint?.(endpoint, findings, values);
        }
    });
    const unknowns = publish(findings, exemptions, definition.description, report);
    for (const [, error] of run.tellUnknowns(unknowns)) {
        // The SDK makes an advisory of it. Only after everything known is reported: the error ends this function.
        throw error;
    }
    explain(findings, args);
}

function runOnStack<Config extends object>(
    definition: PolicyDefinition<Config>,
    args: StackValidationArgs,
    report: ReportViolation,
): void {
    const run = runJudgingStack(definition.name);
    const { values, exemptions, corrected } = record(definition, run, args);
    const findings = new Findings(corrected);
    const stack = new Stack(args.resources, run.inputs);
    judgeEndpoints(definition, stack, findings, values);
    definition.judgeStack?.(stack, findings, values);
    const unknowns = publish(findings, exemptions, definition.description, report);
    publishUnknowns(run.tellUnknowns(unknowns), definition.description, report);
    explain(findings, args);
}

function judgeEndpoints<Config extends object>(
    definition: PolicyDefinition<Config>,
    stack: Stack,
    findings: Findings,
    config: Config,
): void {
    if (definition.judgeEndpointInStack === undefined) {
        return;
    }
    for (const endpoint of findEndpoints(stack, findings)) {
        findings.attempt(endpoint.resource, () => {
            definition.judgeEndpointInStack?.(endpoint, stack, findings, config);
        });
    }
}

function record<Config extends object>(
    definition: PolicyDefinition<Config>,
    run: Run,
    args: { getConfig(): { [key: string]: unknown } },
): PolicyRecord<Config> {
    const configured = args.getConfig();
    const schema = definition.config ?? ({} as ConfigSchema<Config>);
    return run.record(definition.name, configured, () =>
        readConfig(schema, configured, (values) => definition.checkConfig?.(values) ?? []),
    );
}

function explain(
    { notApplicable }: Notes,
    args: ResourceValidationArgs | StackValidationArgs,
): void {
    if (notApplicable.size > 0) {
        args.notApplicable([...notApplicable].join("; "));
    }
}
