import { Checked, derive, refuse, together, unchecked } from "../checks/checked";
import {
    buildPerimeterPolicy,
    checkPerimeter,
    Perimeter,
    renderPolicy,
} from "../domain/endpoint-policy";
import { within } from "../domain/problem";
import { EksService, serviceFacts } from "../domain/services";
import { CallerInfo } from "../lookups/caller";
import { checkDocument, refuses } from "./checkEndpointPolicies";
import { ResolvedArgs } from "./defaults";
import { VerifiedService } from "./verify/services";

/** Whom the built policies let through: what was given, or else the stack's own account. */
export function resolvePerimeter(
    { endpointPolicy }: ResolvedArgs,
    caller: Checked<CallerInfo>,
): Checked<Perimeter> {
    const { organizationIds = [], organizationPaths = [], accountIds = [] } = endpointPolicy;
    const given = unchecked({ organizationIds, organizationPaths, accountIds });
    return derive(together(given, caller), ([known, { accountId }]) => {
        const none = Object.values(known).every((list) => list.length === 0);
        const perimeter = none ? { ...known, accountIds: [accountId] } : known;
        refuse(within("endpointPolicy", checkPerimeter(perimeter)));
        return perimeter;
    });
}

/** The policy of a service as JSON; undefined for a service that takes none. */
export function resolvePolicy(
    service: EksService,
    args: ResolvedArgs,
    perimeter: Checked<Perimeter>,
    verified: Checked<VerifiedService[]>,
): Checked<string | undefined> {
    if (serviceFacts(service).policySupport === "refused") {
        return unchecked(undefined);
    }
    const policy = wantedPolicy(service, args, perimeter);
    return derive(together(verified, policy), ([services, json]) => {
        const facts = services.find((known) => known.service === service)?.info;
        // AWS's word counts; without it the service gets a policy, because full access is no perimeter.
        if (facts?.policySupported === false) {
            refuse(askedFor(service, args).map((group) => refuses(`${group}.${service}`, service)));
            return undefined;
        }
        return json;
    });
}

function wantedPolicy(
    service: EksService,
    { endpointPolicy, policyDocuments }: ResolvedArgs,
    perimeter: Checked<Perimeter>,
): Checked<string> {
    const document = policyDocuments[service];
    if (document === undefined) {
        const actions = endpointPolicy.actions?.[service];
        return derive(perimeter, (known) =>
            renderPolicy(buildPerimeterPolicy(service, known, actions)),
        );
    }
    return derive(unchecked(document), (text) => {
        refuse(checkDocument(`policyDocuments.${service}`, text, service));
        return text;
    });
}

/** The arguments by which the user asked for a policy of this service in particular. */
function askedFor(service: EksService, args: ResolvedArgs): string[] {
    return [
        ...(args.policyDocuments[service] === undefined ? [] : ["policyDocuments"]),
        ...(args.endpointPolicy.actions?.[service] === undefined ? [] : ["endpointPolicy.actions"]),
    ];
}
