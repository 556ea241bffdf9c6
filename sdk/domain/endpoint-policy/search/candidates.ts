import { serviceFacts } from "../../services";
import { listActions } from "../language/actions";
import type { KeyValues } from "../language/operators";
import { toPattern } from "../language/pattern";
import {
    type Callers,
    listAccounts,
    listArns,
    listOrganizations,
    listPaths,
    listUserIds,
    ORGANIZATION,
    ORGANIZATION_PATHS,
    ORGANIZATION_SHAPE,
    TYPE,
} from "./callers";
import {
    ACCOUNT,
    ACTION,
    PRINCIPAL_ARN,
    type Request,
    RESOURCE,
    RESOURCE_ACCOUNT,
} from "./constraints";
import { ANY_TEXT, listAnyValues, listTexts } from "./keyValues";
import { describeFit, mapRepresentatives, type Shape } from "./representatives";
import {
    findResourceAccount,
    listDistinctTypes,
    listResourceAccounts,
    listResources,
} from "./resources";

const RESOURCE_ORGANIZATION = "aws:resourceorgid";

/** Keys that have to be settled before another one. */
const DEPENDENCIES: { [key: string]: string[] } = {
    [RESOURCE]: [ACTION, ACCOUNT],
    [ORGANIZATION_PATHS]: [ORGANIZATION],
    [PRINCIPAL_ARN]: [TYPE, ACCOUNT],
    "aws:userid": [TYPE, ACCOUNT],
    "aws:username": [TYPE],
    [RESOURCE_ACCOUNT]: [RESOURCE, ACCOUNT],
    [RESOURCE_ORGANIZATION]: [RESOURCE_ACCOUNT, ORGANIZATION],
    "aws:resourceorgpaths": [RESOURCE_ORGANIZATION],
};

/** The keys whose conditions a key's value settles as well: an ARN names the owner of the resource. */
export function listSettledBy(key: string): string[] {
    return key === RESOURCE ? [RESOURCE, RESOURCE_ACCOUNT] : [key];
}

/** The keys that have to be settled before `key`, and `key` itself, in that order. */
export function inOrder(key: string): string[] {
    return [...(DEPENDENCIES[key] ?? []).flatMap(inOrder), key];
}

/**
 * Keys that no caller has a choice about: the request is signed, uses TLS, comes through an endpoint and from no AWS service.
 * Source: IAM User Guide, reference_policies_condition-keys.html
 */
const FIXED: { [key: string]: KeyValues } = {
    "aws:principalisawsservice": ["false"],
    "aws:viaawsservice": ["false"],
    "aws:securetransport": ["true"],
    "aws:principalservicename": undefined,
    "aws:principalservicenameslist": undefined,
    "aws:calledvia": undefined,
    "aws:calledviafirst": undefined,
    "aws:calledvialast": undefined,
    "aws:sourceip": undefined,
    "aws:sourceaccount": undefined,
    "aws:sourcearn": undefined,
    "aws:sourceorgid": undefined,
    "aws:sourceorgpaths": undefined,
};

/** Further keys that every request through an endpoint has. Source: IAM User Guide, reference_policies_condition-keys.html */
const ALWAYS_PRESENT = [
    "aws:vpcsourceip",
    "aws:requestedregion",
    "aws:currenttime",
    "aws:epochtime",
];

/** Everything that a key may hold in a caller's request, as far as the policy can tell the values apart. */
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
            return single(listResources(request, vocabulary));
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
            return single(listUserIds(request, callers));
        case "aws:username":
            return request.get(TYPE)?.[0] === "User" ? single(texts(ANY_TEXT)) : [undefined];
        case "aws:sourcevpc":
            return single(texts({ prefix: "vpc-", minimum: 1 }));
        case "aws:sourcevpce":
            return single(texts({ prefix: "vpce-", minimum: 1 }));
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

/**
 * One action for each way in which the policy can name actions and for each kind of resource. Known actions first; then
 * names that AWS may still give to actions, since a policy is to keep strangers from those too.
 */
function listActionCandidates({ vocabulary, service, areOwn }: Callers): string[] {
    const prefix = service && serviceFacts(service).actionPrefix;
    const patterns = vocabulary.actions.map((action) => toPattern(action, "wildcards"));
    const shape = { prefix: prefix === undefined ? "" : `${prefix}:`, minimum: 1 };
    const told = new Map<string, string>();
    const tell = (fit: string, action: string) => {
        const key = [fit, ...listDistinctTypes(action, vocabulary)].join("|");
        told.set(key, told.get(key) ?? action);
    };
    for (const action of listActions(prefix)) {
        tell(describeFit(patterns, action.toLowerCase()), action);
    }
    if (!areOwn || prefix === undefined) {
        mapRepresentatives(patterns, shape, vocabulary.budget).forEach((action, fit) => {
            tell(fit, action);
        });
    }
    return [...told.values()];
}
