import { serviceFacts } from "../../services";
import { listActions } from "../language/actions";
import { KeyValues } from "../language/operators";
import { matches, toPattern } from "../language/pattern";
import { fillVariables } from "../language/variables";
import {
    ACCOUNT_SHAPE,
    listAccounts,
    listArns,
    listOrganizations,
    listPaths,
    listUserIds,
    ORGANIZATION,
    ORGANIZATION_PATHS,
    ORGANIZATION_SHAPE,
    Callers,
    TYPE,
} from "./callers";
import { ACCOUNT, ACTION, PRINCIPAL_ARN, Request, RESOURCE, variablesOf } from "./constraints";
import {
    ANY_TEXT,
    listAnyValues,
    listPatterns,
    listTemplatePatterns,
    listTexts,
} from "./keyValues";
import { findRepresentatives, Shape } from "./representatives";
import { Vocabulary } from "./vocabulary";

const RESOURCE_ACCOUNT = "aws:resourceaccount";
const RESOURCE_ORGANIZATION = "aws:resourceorgid";

/** Keys that have to be settled before another one. */
const DEPENDENCIES: { [key: string]: string[] } = {
    [ORGANIZATION_PATHS]: [ORGANIZATION],
    [PRINCIPAL_ARN]: [TYPE, ACCOUNT],
    "aws:userid": [TYPE, ACCOUNT],
    "aws:username": [TYPE],
    [RESOURCE_ACCOUNT]: [RESOURCE, ACCOUNT],
    [RESOURCE_ORGANIZATION]: [RESOURCE_ACCOUNT, ORGANIZATION],
    "aws:resourceorgpaths": [RESOURCE_ORGANIZATION],
};

/** The keys that have to be settled before `key`, and `key` itself, in that order. */
export function inOrder(key: string): string[] {
    return [...(DEPENDENCIES[key] ?? []).flatMap(inOrder), key];
}

/** Keys that no stranger has a choice about: the request is signed, uses TLS and comes from no AWS service. */
const FIXED: { [key: string]: KeyValues } = {
    "aws:principalisawsservice": ["false"],
    "aws:viaawsservice": ["false"],
    "aws:securetransport": ["true"],
    "aws:principalservicename": undefined,
    "aws:principalservicenameslist": undefined,
    "aws:calledvia": undefined,
    "aws:calledviafirst": undefined,
    "aws:calledvialast": undefined,
    "aws:sourceaccount": undefined,
    "aws:sourcearn": undefined,
    "aws:sourceorgid": undefined,
    "aws:sourceorgpaths": undefined,
};

/** Keys that every request through an endpoint has. Source: IAM User Guide, reference_policies_condition-keys.html */
const ALWAYS_PRESENT = [
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:vpcsourceip",
    "aws:requestedregion",
    "aws:currenttime",
    "aws:epochtime",
];

/** Everything that a key may hold in a stranger's request, as far as the policy can tell the values apart. */
export function listCandidates(key: string, request: Request, callers: Callers): KeyValues[] {
    const { vocabulary } = callers;
    const texts = (shape: Shape) => listTexts(key, request, vocabulary, shape);
    if (key in FIXED) {
        return [FIXED[key]];
    }
    switch (key) {
        case ACTION:
            return single(listActionCandidates(callers));
        case RESOURCE:
            return single(["*", ...listResources(request, vocabulary)]);
        case TYPE:
            return single(["AssumedRole", "User", "Account", "FederatedUser"]);
        case ACCOUNT:
            return single(listAccounts(request, callers));
        case ORGANIZATION:
            return [...single(listOrganizations(request, callers)), undefined];
        case ORGANIZATION_PATHS:
            return request.get(ORGANIZATION) === undefined
                ? [undefined]
                : single(listPaths(request, callers));
        case PRINCIPAL_ARN:
            return single(listArns(request, vocabulary));
        case "aws:userid":
            return single(listUserIds(request, vocabulary));
        case "aws:username":
            return request.get(TYPE)?.[0] === "User" ? single(texts(ANY_TEXT)) : [undefined];
        case RESOURCE_ACCOUNT:
            return single(
                findResourceAccount(request) ?? listResourceAccounts(request, vocabulary),
            );
        case RESOURCE_ORGANIZATION:
            return request.get(RESOURCE_ACCOUNT)?.[0] === request.get(ACCOUNT)?.[0]
                ? [request.get(ORGANIZATION)]
                : [undefined, ...single(texts(ORGANIZATION_SHAPE))];
        case "aws:resourceorgpaths": {
            const organization = request.get(RESOURCE_ORGANIZATION)?.[0];
            return organization === undefined
                ? [undefined]
                : single(texts({ prefix: `${organization}/`, minimum: 1 }));
        }
        default: {
            const values = listAnyValues(key, request, vocabulary);
            return ALWAYS_PRESENT.includes(key) ? values : [undefined, ...values];
        }
    }
}

function single(values: string[]): KeyValues[] {
    return values.map((value) => [value]);
}

/** Known actions first; then names that AWS may still give to actions, since a policy is to hold for those too. */
function listActionCandidates({ vocabulary, service }: Callers): string[] {
    const prefix = service && serviceFacts(service).actionPrefix;
    const patterns = vocabulary.actions.map((action) => toPattern(action, "wildcards"));
    const shape = { prefix: prefix === undefined ? "" : `${prefix}:`, minimum: 1 };
    const told = new Map<string, string>();
    const unpublished = findRepresentatives(patterns, shape, vocabulary.budget);
    for (const action of [...listActions(prefix), ...unpublished]) {
        const key = patterns.map((pattern) => matches(pattern, action.toLowerCase())).join();
        told.set(key, told.get(key) ?? action);
    }
    return [...told.values()];
}

function listResources(request: Request, vocabulary: Vocabulary): string[] {
    const variables = variablesOf(request, vocabulary.version);
    const patterns = vocabulary.resources.flatMap((text) => {
        const pattern = fillVariables(text, "wildcards", variables);
        return pattern === undefined ? [] : [pattern];
    });
    const filled = listTemplatePatterns(RESOURCE, request, vocabulary);
    return findRepresentatives([...patterns, ...filled], ANY_TEXT, vocabulary.budget);
}

/** The stranger's own account, and others. */
function listResourceAccounts(request: Request, vocabulary: Vocabulary): string[] {
    const own = toPattern(request.get(ACCOUNT)?.[0] ?? "", "text");
    const patterns = [...listPatterns(RESOURCE_ACCOUNT, request, vocabulary), own];
    return findRepresentatives(patterns, ACCOUNT_SHAPE, vocabulary.budget);
}

/** The account that a resource's ARN names: its conditions cannot contradict it. */
function findResourceAccount(request: Request): string[] | undefined {
    const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(request.get(RESOURCE)?.[0] ?? "")?.[1];
    return account === undefined ? undefined : [account];
}
