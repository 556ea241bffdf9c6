import { Exemption } from "./exemption";
import { ConfigSchema, readConfig } from "./policyConfig";
import { Problem } from "eks-privatelink/domain";

/** A policy that has run, with its config: what the policies of the area `pack` judge. */
export interface PolicyRecord<Config = object> {
    policy: string;
    /** The config as the engine gave it. */
    configured: { [key: string]: unknown };
    values: Config;
    /** Problems of the config. */
    problems: Problem[];
    exemptions: UsedExemption[];
}

/** An exemption, and what it was needed for. */
export interface UsedExemption {
    exemption: Exemption;
    /** URNs of the resources that it keeps from being reported, or would if it still held. */
    matched: Set<string>;
}

const records = new Map<string, PolicyRecord>();

/** Reads the config of a policy that runs, and remembers it with what its exemptions are used for. */
export function recordPolicy<Config extends object>(
    policy: string,
    schema: ConfigSchema<Config>,
    configured: { [key: string]: unknown },
    check?: (values: Config) => Problem[],
): PolicyRecord<Config> {
    const known = records.get(policy);
    if (known !== undefined && isSame(known.configured, configured)) {
        return known as PolicyRecord<Config>;
    }
    const { values, exemptions, problems } = readConfig(schema, configured, check);
    const record: PolicyRecord<Config> = {
        policy,
        configured,
        values,
        problems,
        exemptions: exemptions.map((exemption) => ({ exemption, matched: new Set<string>() })),
    };
    records.set(policy, record);
    return record;
}

/** Every policy that has run since `forgetPolicies`. */
export function recordedPolicies(): PolicyRecord[] {
    return [...records.values()];
}

/** Forgets everything, so that a later run in the same process starts afresh. */
export function forgetPolicies(): void {
    records.clear();
}

function isSame(a: { [key: string]: unknown }, b: { [key: string]: unknown }): boolean {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
