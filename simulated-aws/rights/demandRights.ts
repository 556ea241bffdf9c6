import { canonical } from "../model/diff";
import { type Properties, read, type Value } from "../model/values";
import { parseDocument } from "../packet/policy/document";
import { evaluatePolicy } from "../packet/policy/evaluate";
import { functionCalls, resourceCalls } from "./calls";
import type { Call, SpecialCall } from "./providerCalls";
import { refusal } from "./refusal";
import { requestsOf } from "./requests";
import type { Asked, IamRequest } from "./requests/asked";

/** What the provider does with a resource, or a look-up. */
export type Step = "create" | "read" | "update" | "delete" | "invoke";

/** A step of the provider that needs rights. */
export interface RightsNeeded extends Asked {
    /** Type of the resource, or name of the function. */
    token: string;
    step: Step;
    /** Inputs that an update changes. Defaults to none. */
    changed?: string[];
    /** What is called where nobody has read in the provider's source what is. */
    otherwise: { service: string; call: string | undefined };
}

/**
 * Passes where the deployer of the account may make all calls of a step; without policies of a deployer anybody may everything.
 * The question comes before AWS acts, and is about all calls at once: in AWS what was called before stays done.
 * @throws Error in the words of AWS about the first call that is refused.
 */
export function demandRights(needed: RightsNeeded): void {
    const { scope } = needed;
    const policies = scope.world.accounts[scope.account]?.deployerPolicies;
    if (policies === undefined) {
        return;
    }
    for (const { call, request } of requestsFor(needed)) {
        const denial = findDenial(policies, request, scope.region);
        if (denial !== undefined) {
            throw refusal(call, request, scope.account, denial);
        }
    }
}

/** What IAM is asked for a step. */
export function requestsFor(needed: RightsNeeded): { call: string; request: IamRequest }[] {
    return callsOf(needed)
        .filter((each) => isMade(each, needed))
        .flatMap(({ call }) => requestsOf(call, needed).map((request) => ({ call, request })));
}

const byToken = new Map(resourceCalls.map((row) => [row.token, row]));
const byFunction = new Map(functionCalls.map((row) => [row.token, row]));

function callsOf({ token, step, otherwise }: RightsNeeded): SpecialCall[] {
    const row = byToken.get(token);
    const calls: Call[] | undefined =
        step === "invoke"
            ? byFunction.get(token)?.call
            : step === "create" || step === "update"
              ? row && [...row[step], ...row.read]
              : row?.[step];
    const { service, call } = otherwise;
    const isOfAws = call !== undefined && /^[A-Z]/.test(call);
    const assumed = isOfAws ? [`${prefixOf(service)}:${call}`] : [];
    return (calls ?? assumed).map((each) => (typeof each === "string" ? { call: each } : each));
}

/** Prefixes in IAM of services whose name is another one. */
const PREFIXES: { [service: string]: string } = {
    "CloudWatch Logs": "logs",
    "Route 53": "route53",
};

function prefixOf(service: string): string {
    return PREFIXES[service] ?? service.toLowerCase();
}

function isMade({ when, isDispensable }: SpecialCall, needed: RightsNeeded): boolean {
    if (isDispensable === true) {
        return false;
    }
    if (when === undefined) {
        return true;
    }
    if (typeof when === "string") {
        return Object.keys(tagChanges(needed)[when]).length > 0;
    }
    return Object.entries(when).every(([kind, property]) =>
        TESTS[kind as keyof typeof TESTS](property, needed),
    );
}

/** What each kind of `when` asks of a property. */
const TESTS = {
    given: (property: string, { given }: RightsNeeded) => isGiven(given, property),
    changed: (property: string, { changed }: RightsNeeded) => changed?.includes(property) === true,
    sets: (property: string, { given, changed }: RightsNeeded) =>
        changed?.includes(property) === true && isGiven(given, property),
    unsets: (property: string, { given, changed }: RightsNeeded) =>
        changed?.includes(property) === true && !isGiven(given, property),
    grows: (property: string, { given, olds = {} }: RightsNeeded) =>
        hasOthers(given[property], olds[property]),
    shrinks: (property: string, { given, olds = {} }: RightsNeeded) =>
        hasOthers(olds[property], given[property]),
};

/** Whether a list has an item that another one has not. */
function hasOthers(list: Value, other: Value): boolean {
    const texts = itemsOf(other).map(canonical);
    return itemsOf(list).some((item) => !texts.includes(canonical(item)));
}

function itemsOf(value: Value): Value[] {
    return Array.isArray(value) ? value : [];
}

function isGiven(given: Properties, property: string): boolean {
    const value = given[property];
    const isEmpty = Array.isArray(value)
        ? value.length === 0
        : typeof value === "object" && value !== null && Object.keys(value).length === 0;
    return value !== undefined && value !== false && !isEmpty;
}

function tagChanges({ given, olds = {} }: Asked) {
    const before = read(olds).tags("tagsAll");
    const now = read(given).tags();
    const entries = Object.entries(now).filter(([key, value]) => before[key] !== value);
    const gone = Object.keys(before).filter((key) => !(key in now));
    return { tagsAdded: entries, tagsRemoved: gone };
}

/** Why the policies do not let a request pass; undefined where they do. */
function findDenial(
    policies: string[],
    { action, resource, context }: IamRequest,
    region: string,
): "implicit" | "explicit" | undefined {
    const asked = {
        principal: "any" as const,
        action,
        resource,
        context: { "aws:RequestedRegion": region, ...context },
    };
    const decisions = policies.map(
        (policy) => evaluatePolicy(demandDocument(policy), asked).decision,
    );
    if (decisions.includes("explicitDeny")) {
        return "explicit";
    }
    return decisions.includes("allow") ? undefined : "implicit";
}

function demandDocument(policy: string): string {
    if (parseDocument(policy) === undefined) {
        throw new Error(
            `a policy of a deployer of this world is no IAM policy in JSON; it begins with ${policy.slice(0, 40)}`,
        );
    }
    return policy;
}
