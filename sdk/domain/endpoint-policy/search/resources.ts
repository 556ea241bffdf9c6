import { type Pattern, toPattern } from "../language/pattern";
import { eksArnForm, isPublished, listResourceTypes } from "../language/resourceTypes";
import { fillVariables } from "../language/variables";
import { ACCOUNT_SHAPE, listPartitions } from "./callers";
import {
    ACCOUNT,
    ACTION,
    type Request,
    RESOURCE,
    RESOURCE_ACCOUNT,
    variablesOf,
} from "./constraints";
import { ANY_TEXT, listPatterns, listTemplatePatterns } from "./keyValues";
import { findRepresentatives, type Shape } from "./representatives";
import type { Vocabulary } from "./vocabulary";

/** The resources that the request's action may be for, in the form that their service gives them. */
export function listResources(request: Request, vocabulary: Vocabulary): string[] {
    const action = request.get(ACTION)?.[0] ?? "";
    if (!isOfEks(action)) {
        return ["*", ...listFitting(request, vocabulary, ANY_TEXT)];
    }
    const types = listDistinctTypes(action, vocabulary);
    const owners = listOwners(request, vocabulary);
    const arns = listPartitions(vocabulary).flatMap((partition) =>
        types.flatMap((type) => {
            const form = eksArnForm(partition, type);
            const shape = { prefix: `arn:${partition}:eks:`, form, minimum: 1 };
            const owned = owners.map((owner) => eksArnForm(partition, type, owner));
            return listFitting(request, vocabulary, shape, owned);
        }),
    );
    return types.length === 0 || !isPublished(action) ? ["*", ...arns] : arns;
}

function isOfEks(action: string): boolean {
    return /^eks(-auth)?:/i.test(action);
}

/** The types of resources that an action is for, one for all those that the policy does not tell apart. */
export function listDistinctTypes(action: string, { resources }: Vocabulary): string[] {
    const told = new Map<string, string>();
    for (const type of isOfEks(action) ? listResourceTypes(action) : []) {
        const key = resources.map((text) => namesType(text, type)).join();
        told.set(key, told.get(key) ?? type);
    }
    return [...told.values()];
}

/** Whether a resource of a policy is for resources of a type; the type itself where that is not plain to see. */
function namesType(text: string, type: string): boolean | string {
    const tail = text.replace(/^.*:/, "");
    if (tail === "*") {
        return true;
    }
    const [, named] = /^([a-z-]+)\//.exec(tail) ?? [];
    return named === undefined ? type : named === type;
}

/** Resources of a shape, one for each way in which the policy, and further patterns, can tell them apart. */
function listFitting(
    request: Request,
    vocabulary: Vocabulary,
    shape: Shape,
    further: Pattern[] = [],
): string[] {
    const variables = variablesOf(request, vocabulary.version);
    // An ARN of EKS has no further colons, so a wildcard before the fifth one cannot reach beyond its part.
    const kind = shape.form === undefined ? "wildcards" : "arn";
    const patterns = vocabulary.resources.flatMap((text) => {
        const pattern = fillVariables(text, kind, variables);
        return pattern === undefined ? [] : [pattern];
    });
    const filled = listTemplatePatterns(RESOURCE, request, vocabulary);
    return findRepresentatives([...patterns, ...filled, ...further], shape, vocabulary.budget);
}

/** Accounts that may own the resource of a request whose ARN does not say so: the caller's own, and others. */
export function listResourceAccounts(request: Request, vocabulary: Vocabulary): string[] {
    return findRepresentatives(listOwners(request, vocabulary), ACCOUNT_SHAPE, vocabulary.budget);
}

/** What tells the owners of resources apart: the conditions on them, and whether it is the caller. */
function listOwners(request: Request, vocabulary: Vocabulary): Pattern[] {
    const own = toPattern(request.get(ACCOUNT)?.[0] ?? "", "text");
    return [...listPatterns(RESOURCE_ACCOUNT, request, vocabulary), own];
}

/** The account that a resource's ARN names: its conditions cannot contradict it. */
export function findResourceAccount(request: Request): string[] | undefined {
    const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(request.get(RESOURCE)?.[0] ?? "")?.[1];
    return account === undefined ? undefined : [account];
}
