import type { Problem } from "eks-privatelink/domain";

import type { StackResource } from "../stack/stackResource";
import type { UnknownValue } from "../stack/unknownValues";
import type { Properties } from "../stack/values";
import type { Exemption } from "./exemption";
import type { PolicyConfig } from "./policyConfig";

/** A policy that has run, with its config: what the policies of the area `pack` judge. */
export interface PolicyRecord<Config = object> {
    policy: string;
    /** The config as the engine gave it. */
    configured: { [key: string]: unknown };
    values: Config;
    /** Problems of the config. */
    problems: Problem[];
    exemptions: UsedExemption[];
    /** URNs of the resources that the policy has put right. */
    corrected: Set<string>;
}

/** An exemption, and what it was needed for. */
export interface UsedExemption {
    exemption: Exemption;
    /** URNs of the resources that it keeps from being reported, or would if it still held. */
    matched: Set<string>;
}

/** Resources, each with a value that preview does not know of it. */
export type Unknowns = [StackResource, UnknownValue][];

/** Everything that the pack remembers of one preview or update. */
export class Run {
    /** Every policy that has run, by ID. */
    public readonly policies = new Map<string, PolicyRecord>();
    /**
     * What the program gives for each resource, by URN. The engine shows inputs one resource at a time and to resource
     * policies only; what it shows last counts.
     */
    public readonly inputs = new Map<string, Properties>();
    private readonly judgedBy = new Set<string>();
    private readonly toldUnknowns = new Set<string>();

    /** The record of a policy, made by reading its config where this run has none or one of another config. */
    public record<Config extends object>(
        policy: string,
        configured: { [key: string]: unknown },
        read: () => PolicyConfig<Config>,
    ): PolicyRecord<Config> {
        const known = this.policies.get(policy);
        if (known !== undefined && isSame(known.configured, configured)) {
            return known as PolicyRecord<Config>;
        }
        const { values, exemptions, problems } = read();
        const used = exemptions.map((exemption) => ({ exemption, matched: new Set<string>() }));
        const corrected = new Set<string>();
        const record = { policy, configured, values, problems, exemptions: used, corrected };
        this.policies.set(policy, record);
        return record;
    }

    /** Those among values that preview does not know which no policy has told of yet: each is told once. */
    public tellUnknowns(unknowns: Unknowns): Unknowns {
        return unknowns.filter(([{ urn }, { message }]) => {
            const key = `${urn} ${message}`;
            const isNew = !this.toldUnknowns.has(key);
            this.toldUnknowns.add(key);
            return isNew;
        });
    }

    /** Whether a policy has judged the stack, or any has. */
    public hasJudged(policy?: string): boolean {
        return policy === undefined ? this.judgedBy.size > 0 : this.judgedBy.has(policy);
    }

    /** Notes that a policy judges the stack. */
    public judge(policy: string): void {
        this.judgedBy.add(policy);
    }
}

let current = new Run();

/** The run as it is. */
export function currentRun(): Run {
    return current;
}

/**
 * The run in which a resource is shown. The one rule for forgetting: the engine shows every resource before it has the
 * stack judged, so a resource after that, or a second judgement by one policy, belongs to another run.
 */
export function runShowingResource(): Run {
    current = current.hasJudged() ? new Run() : current;
    return current;
}

/** The run in which a policy judges the stack. */
export function runJudgingStack(policy: string): Run {
    current = current.hasJudged(policy) ? new Run() : current;
    current.judge(policy);
    return current;
}

function isSame(a: { [key: string]: unknown }, b: { [key: string]: unknown }): boolean {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
