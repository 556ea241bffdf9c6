import { checkKnownItems } from "../component/lists";
import {
    buildPerimeterPolicy,
    checkPerimeter,
    checkPerimeterGaps,
    checkPolicy,
    parsePolicy,
    type Perimeter,
    renderPolicy,
} from "../domain/endpoint-policy";
import { type Problem, problem, within } from "../domain/problem";
import { type EksService, serviceFacts } from "../domain/services";
import { notInSet } from "./checkServiceNames";
import type { ResolvedArgs } from "./defaults";

/** Everything that is wrong with the policies of single services as far as they are known. */
export function checkServicePolicies(args: ResolvedArgs): Problem[] {
    return [...checkActions(args), ...checkDocuments(args)];
}

const PERIMETER_LISTS: (keyof Perimeter)[] = ["organizationIds", "organizationPaths", "accountIds"];

/** Problems of the organisations, paths and accounts that are known. */
export function checkPerimeterArgs({ endpointPolicy }: ResolvedArgs): Problem[] {
    const problems = PERIMETER_LISTS.flatMap((list) =>
        checkKnownItems(list, endpointPolicy[list], (values) =>
            checkPerimeter({
                organizationIds: [],
                organizationPaths: [],
                accountIds: [],
                [list]: values,
            }),
        ),
    );
    return within("endpointPolicy", problems);
}

function checkActions({ endpointPolicy, policyDocuments, services }: ResolvedArgs): Problem[] {
    return Object.entries(endpointPolicy.actions ?? {}).flatMap(([key, actions]) => {
        const path = `endpointPolicy.actions.${key}`;
        const service = services.find((known) => known === key);
        if (service === undefined) {
            return notInSet(path, services);
        }
        if (serviceFacts(service).policySupport === "refused") {
            return refuses(path, service);
        }
        if (service in policyDocuments) {
            const reason = `policyDocuments.${key} already says what is allowed; remove one of the two`;
            return problem(path, reason);
        }
        if (actions.length === 0) {
            return problem(path, "is empty; name actions, or leave it out to allow all of them");
        }
        return checkActionNames(path, service, actions);
    });
}

/** The actions as they would stand in a policy, so that both ways of giving them are judged by one rule. */
function checkActionNames(path: string, service: EksService, actions: string[]): Problem[] {
    const perimeter = { organizationIds: [], organizationPaths: [], accountIds: ["111122223333"] };
    const policy = renderPolicy(buildPerimeterPolicy(service, perimeter, actions));
    const reasons = checkPolicy(policy, service).map(({ reason }) => reason);
    return [...new Set(reasons)].flatMap((reason) => problem(path, reason));
}

function checkDocuments({ policyDocuments, services }: ResolvedArgs): Problem[] {
    return Object.entries(policyDocuments).flatMap(([key, document]) => {
        const path = `policyDocuments.${key}`;
        const service = services.find((known) => known === key);
        if (service === undefined) {
            return notInSet(path, services);
        }
        if (serviceFacts(service).policySupport === "refused") {
            return refuses(path, service);
        }
        return typeof document === "string" ? checkDocument(path, document, service) : [];
    });
}

/** Everything that is wrong with a whole policy document: what AWS would refuse, and whom it lets in. */
export function checkDocument(path: string, document: string, service: EksService): Problem[] {
    const parsed = parsePolicy(document).document;
    const gaps = parsed === undefined ? [] : checkPerimeterGaps(parsed, {}, service);
    return within(path, [...checkPolicy(document, service), ...gaps]);
}

/** The problem of giving a policy to a service that takes none. */
export function refuses(path: string, service: EksService): Problem[] {
    const reason = `${service} takes no endpoint policy but full access; remove this, and keep clients out with the security group`;
    return problem(path, reason);
}
