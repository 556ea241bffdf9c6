import type { EksService } from "../../services";
import type { PolicyDocument } from "../language/document";
import { findAdmittedRequest } from "./admittedRequest";
import { type Callers, ownCallersOf, strangersTo } from "./callers";
import { inOrder, listCandidates } from "./candidates";
import { ACTION, PRINCIPAL_ARN, readConstraints, type Request, RESOURCE } from "./constraints";

/** A request that a policy lets pass. */
export interface PassingRequest {
    principalArn: string;
    action: string;
    resource: string;
    /** Condition keys in lower case with their values; a key that is missing or empty is not in the request. */
    context: { [key: string]: string[] };
}

/**
 * A request that an open policy lets pass although nothing in it names the account or organisation of the caller;
 * undefined for a policy without gaps. With `service` the action is one of that service. Throws TooComplicatedError where
 * `checkPerimeterGaps` says that it cannot tell.
 */
export function findStrangerRequest(
    document: PolicyDocument,
    service?: EksService,
): PassingRequest | undefined {
    return findPassing(document, strangersTo(document, service));
}

/**
 * A request through the endpoint of a service that a policy lets pass, of whomever; undefined for a policy that lets
 * nobody through. Throws TooComplicatedError where that cannot be told.
 */
export function findOwnRequest(
    document: PolicyDocument,
    service: EksService,
): PassingRequest | undefined {
    return findPassing(document, ownCallersOf(document, service));
}

function findPassing(document: PolicyDocument, callers: Callers): PassingRequest | undefined {
    const { allows, denies } = readConstraints(document);
    const denied = denies.map(({ constraints }) => constraints);
    for (const { constraints } of allows) {
        const request = findAdmittedRequest(constraints, denied, callers);
        if (request !== undefined) {
            return complete(request, callers);
        }
    }
    return undefined;
}

/** Settles what every request has and this one could do without, since the policy does not ask about it. */
function complete(request: Request, callers: Callers): PassingRequest {
    const whole = new Map(request);
    for (const key of [PRINCIPAL_ARN, ACTION, RESOURCE].flatMap(inOrder)) {
        whole.set(key, whole.get(key) ?? listCandidates(key, whole, callers)[0]);
    }
    const first = (key: string) => whole.get(key)?.[0] ?? "";
    return {
        principalArn: first(PRINCIPAL_ARN),
        action: first(ACTION),
        resource: first(RESOURCE),
        context: Object.fromEntries(
            [...whole]
                .filter(([key]) => key !== ACTION && key !== RESOURCE)
                .map(([key, values]) => [key, values ?? []]),
        ),
    };
}
