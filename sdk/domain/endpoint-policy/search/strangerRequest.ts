import { EksService } from "../../services";
import { PolicyDocument } from "../language/document";
import { findAdmittedRequest } from "./admittedRequest";
import { Callers } from "./callers";
import { inOrder, listCandidates } from "./candidates";
import { ACTION, listConstraints, PRINCIPAL_ARN, Request, RESOURCE } from "./constraints";
import { readVocabulary } from "./vocabulary";

/** A request that a policy lets pass although nothing in the policy names the account or organisation of the caller. */
export interface StrangerRequest {
    principalArn: string;
    action: string;
    resource: string;
    /** Condition keys in lower case with their values; a key that is missing or empty is not in the request. */
    context: { [key: string]: string[] };
}

/**
 * A stranger's request that an open policy lets pass; undefined for a policy without gaps. With `service` the action is
 * one of that service. Throws TooComplicatedError where `checkPerimeterGaps` says that it cannot tell.
 */
export function findStrangerRequest(
    document: PolicyDocument,
    service?: EksService,
): StrangerRequest | undefined {
    const vocabulary = readVocabulary(document);
    const callers = { vocabulary, accounts: [], organizations: [], insidePaths: [], service };
    const constraints = document.Statement.map((statement) =>
        listConstraints(statement, document.Version),
    );
    const of = (effect: string) =>
        constraints.filter((_, index) => document.Statement[index]?.Effect === effect);
    for (const allow of of("Allow")) {
        const request = findAdmittedRequest(allow, of("Deny"), callers);
        if (request !== undefined) {
            return complete(request, callers);
        }
    }
    return undefined;
}

/** Settles what every request has and this one could do without, since the policy does not ask about it. */
function complete(request: Request, callers: Callers): StrangerRequest {
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
