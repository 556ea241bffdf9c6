/** What a condition key tells: who calls, over which way, for which resource, or something about the request. */
export type KeyRole = "principal" | "surroundings" | "resource" | "request";

const PRINCIPAL_KEYS = [
    "aws:federatedprovider",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalisawsservice",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalservicename",
    "aws:principalservicenameslist",
    "aws:principaltype",
    "aws:sourceidentity",
    "aws:userid",
    "aws:username",
];
const SURROUNDINGS_KEYS = [
    "aws:currenttime",
    "aws:epochtime",
    "aws:requestedregion",
    "aws:securetransport",
    "aws:sourceip",
    "aws:sourcevpc",
    "aws:sourcevpcarn",
    "aws:sourcevpce",
    "aws:vpceaccount",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
    "aws:vpcsourceip",
];

/** The role of a condition key, whatever its letter case. Source: IAM User Guide, reference_policies_condition-keys.html */
export function findKeyRole(key: string): KeyRole {
    const name = key.toLowerCase();
    if (PRINCIPAL_KEYS.includes(name) || name.startsWith("aws:principaltag/")) {
        return "principal";
    }
    if (SURROUNDINGS_KEYS.includes(name)) {
        return "surroundings";
    }
    return name.startsWith("aws:resource") ? "resource" : "request";
}

/** Keys whose values have a form that AWS gives them, those that settle most questions first. */
const KEYS_WITH_FORM = [
    ["aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount"],
    ["aws:principalarn", "aws:principaltype", "aws:principalisawsservice", "aws:userid"],
    ["aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths"],
];

/**
 * How soon a key should be looked at when it is to be told whether a stranger is let in: the lower, the sooner. Keys
 * that may hold any text come last, since they can take on whatever another one holds.
 */
export function rankKey(key: string): number {
    const rank = KEYS_WITH_FORM.findIndex((keys) => keys.includes(key));
    return rank < 0 ? KEYS_WITH_FORM.length : rank;
}

/**
 * Keys that AWS supports for listed services only, EKS not being one: with EKS they lead to wrong decisions.
 * Source: IAM User Guide, reference_policies_condition-keys.html, read 2026-11-22
 */
const UNSUPPORTED: { key: string; instead: string }[] = [
    { key: "aws:VpceAccount", instead: "aws:SourceVpce" },
    { key: "aws:VpceOrgID", instead: "aws:SourceVpce" },
    { key: "aws:VpceOrgPaths", instead: "aws:SourceVpce" },
    { key: "aws:SourceVpcArn", instead: "aws:SourceVpc" },
];

/** A key that means nothing for EKS, and the one to use instead; undefined for the others. */
export function findUnsupportedKey(key: string): { key: string; instead: string } | undefined {
    return UNSUPPORTED.find((each) => each.key.toLowerCase() === key.toLowerCase());
}

/**
 * Keys that no request through an endpoint carries: it comes from a private address, and from no service of AWS.
 * Source: IAM User Guide, reference_policies_condition-keys.html, read 2026-11-26
 */
const NOT_CARRIED: { key: string; instead: string }[] = [
    { key: "aws:SourceIp", instead: "aws:VpcSourceIp" },
    { key: "aws:SourceAccount", instead: "aws:PrincipalAccount" },
    { key: "aws:SourceArn", instead: "aws:PrincipalArn" },
    { key: "aws:SourceOrgID", instead: "aws:PrincipalOrgID" },
    { key: "aws:SourceOrgPaths", instead: "aws:PrincipalOrgPaths" },
];

/** A key that no request through an endpoint carries, and the one to use instead; undefined for the others. */
export function findKeyNotCarried(key: string): { key: string; instead: string } | undefined {
    return NOT_CARRIED.find((each) => each.key.toLowerCase() === key.toLowerCase());
}

/** Keys that hold identifiers which AWS makes up. The source names two of them as examples; the rest are of the kind. */
const SYSTEM_IDENTIFIERS = [
    "aws:principalaccount",
    "aws:principalorgid",
    "aws:resourceaccount",
    "aws:resourceorgid",
    "aws:sourceaccount",
    "aws:sourceorgid",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:vpceaccount",
    "aws:vpceorgid",
];

/**
 * Whether endpoint policies may compare a key with neither wildcards nor numbers.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html, read 2026-11-22
 */
export function holdsSystemIdentifier(key: string): boolean {
    return SYSTEM_IDENTIFIERS.includes(key.toLowerCase());
}
