import {
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

import { Problem } from "eks-privatelink/domain";

import { Findings } from "./findings";
import { ConfigSchema, toPolicyConfigSchema } from "./policyConfig";
import { publish, publishUnknowns } from "./publish";
import { PolicyRecord, recordPolicy } from "./registry";
import { remediate, Remediation } from "./remediation";
import { EksEndpoint, readEndpoint } from "./stack/eksEndpoints";
import { rememberInputs } from "./stack/inputs";
import { STACK, TYPES_READ_BY_INPUT, VPC_ENDPOINT } from "./stack/resourceTypes";
import { Stack } from "./stack/stack";

/** A policy of this pack, as the SDK runs it. */
export type EksPolicy = ResourceValidationPolicy | StackValidationPolicy;

/** A policy of this pack, as it is written. */
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
    /** Judges what only several resources together can show. */
    judgeStack?(stack: Stack, findings: Findings, config: Config): void;
}

/** Adds to a policy what all have: its URL, its config and exemptions, and care with values that preview does not know. */
export function definePolicy<Config extends object = object>(
    definition: PolicyDefinition<Config>,
): EksPolicy {
    const { name, description, severity, enforcementLevel } = definition;
    const validateResource: ResourceValidation = (args, report) => {
        if (args.type === STACK || TYPES_READ_BY_INPUT.has(args.type)) {
            runOnResource(definition, args, report);
        }
    };
    const validateStack: StackValidation = (args, report) => {
        runOnStack(definition, args, report);
    };
    const { remediation } = definition;
    const remediateResource: ResourceRemediation = (args) =>
        remediation && remediate(remediation, args, () => record(definition, args));
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
        ...(definition.judgeStack === undefined ? {} : { validateStack }),
    };
}

function runOnResource<Config extends object>(
    definition: PolicyDefinition<Config>,
    args: ResourceValidationArgs,
    report: ReportViolation,
): void {
    rememberInputs(args);
    const { values, exemptions } = record(definition, args);
    if (args.type !== VPC_ENDPOINT || definition.judgeEndpoint === undefined) {
        return;
    }
    const findings = new Findings();
    const { urn, type, name, props } = args;
    const resource = { urn, type, name, given: props, outputs: props };
    findings.attempt(resource, () => {
        const endpoint = readEndpoint(resource);
        if (endpoint !== undefined) {
            definition.judgeEndpoint?.(endpoint, findings, values);
        }
    });
    for (const [, error] of publish(findings, exemptions, definition.description, report)) {
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
    const { values, exemptions } = record(definition, args);
    const findings = new Findings();
    definition.judgeStack?.(new Stack(args.resources), findings, values);
    const unknowns = publish(findings, exemptions, definition.description, report).filter(
        // What `judgeEndpoint` could not know, it has said already.
        ([{ type }]) => type !== VPC_ENDPOINT || definition.judgeEndpoint === undefined,
    );
    publishUnknowns(unknowns, definition.description, report);
    explain(findings, args);
}

function record<Config extends object>(
    definition: PolicyDefinition<Config>,
    args: { getConfig(): { [key: string]: unknown } },
): PolicyRecord<Config> {
    const schema = definition.config ?? ({} as ConfigSchema<Config>);
    return recordPolicy(
        definition.name,
        schema,
        args.getConfig(),
        (values) => definition.checkConfig?.(values) ?? [],
    );
}

function explain(
    { notApplicable }: Findings,
    args: ResourceValidationArgs | StackValidationArgs,
): void {
    if (notApplicable.size > 0) {
        args.notApplicable([...notApplicable].join("; "));
    }
}
