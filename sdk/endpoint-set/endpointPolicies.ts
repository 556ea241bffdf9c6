import { output, Output } from "@pulumi/pulumi";
import { lateError } from "../checks/inputError";
import { guarded } from "../checks/later";
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
    caller: Output<CallerInfo>,
): Output<Perimeter> {
    const { organizationIds = [], organizationPaths = [], accountIds = [] } = endpointPolicy;
    const perimeter = output({ organizationIds, organizationPaths, accountIds }).apply((given) =>
        Object.values(given).every((list) => list.length === 0)
            ? caller.apply(({ accountId }) => ({ ...given, accountIds: [accountId] }))
            : output(given),
    );
    return guarded(perimeter, (known) => within("endpointPolicy", checkPerimeter(known)));
}

/** The policy of each service as JSON; undefined for a service that takes none. */
export function resolvePolicies(
    args: ResolvedArgs,
    perimeter: Output<Perimeter>,
    verified: Output<VerifiedService[]>,
): { service: EksService; policy: Output<string | undefined> }[] {
    return args.services.map((service) => ({
        service,
        policy: verified.apply((services) => {
            const facts = services.find((known) => known.service === service);
            return takesPolicy(service, facts)
                ? resolvePolicy(service, args, perimeter)
                : withoutPolicy(service, args);
        }),
    }));
}

function resolvePolicy(
    service: EksService,
    { endpointPolicy, policyDocuments }: ResolvedArgs,
    perimeter: Output<Perimeter>,
): Output<string> {
    const document = policyDocuments[service];
    const actions = endpointPolicy.actions?.[service];
    return document === undefined
        ? perimeter.apply((known) => renderPolicy(buildPerimeterPolicy(service, known, actions)))
        : guarded(output(document), (text) =>
              checkDocument(`policyDocuments.${service}`, text, service),
          );
}

/** Nothing, unless the user asked for a policy that the service would refuse. */
function withoutPolicy(service: EksService, args: ResolvedArgs): Output<undefined> {
    const asked = [
        ...(args.policyDocuments[service] === undefined ? [] : ["policyDocuments"]),
        ...(args.endpointPolicy.actions?.[service] === undefined ? [] : ["endpointPolicy.actions"]),
    ];
    if (asked.length > 0) {
        throw lateError(asked.map((group) => refuses(`${group}.${service}`, service)));
    }
    return output(undefined);
}

/** AWS's word counts; without it a service that is not known to refuse policies gets one, because full access is no perimeter. */
function takesPolicy(service: EksService, verified: VerifiedService | undefined): boolean {
    return verified?.info?.policySupported ?? serviceFacts(service).policySupport !== "refused";
}
