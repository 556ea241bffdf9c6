import { type Checked, derive, passing, together, unchecked } from "../../checks/checked";
import { refuse } from "../../checks/conclude";
import { arrived } from "../../checks/missingAnswers";
import { listOf, text } from "../../checks/shape";
import type { List } from "../../component/lists";
import {
    buildPerimeterPolicy,
    checkPerimeter,
    type Perimeter,
    renderPolicy,
} from "../../domain/endpoint-policy";
import { within } from "../../domain/problem";
import { type EksService, serviceFacts } from "../../domain/services";
import type { CallerInfo } from "../../lookups/caller";
import { checkDocument, refuses } from "../checkEndpointPolicies";
import type { ResolvedArgs } from "../defaults";
import type { VerifiedService } from "./services";

/** Whom the built policies let through: what was given, or else the stack's own account. */
export function verifyPerimeter(
    { endpointPolicy }: ResolvedArgs,
    caller: Checked<CallerInfo>,
): Checked<Perimeter> {
    const listed = (list: keyof Perimeter): Checked<string[]> =>
        arrivedList(`endpointPolicy.${list}`, endpointPolicy[list] ?? []);
    const given = together(
        listed("organizationIds"),
        listed("organizationPaths"),
        listed("accountIds"),
    );
    const perimeter = derive(
        together(given, caller),
        ([[organizationIds, organizationPaths, accountIds], { accountId }]) => {
            const lists = { organizationIds, organizationPaths, accountIds };
            const none = Object.values(lists).every((list) => list.length === 0);
            return none ? { ...lists, accountIds: [accountId] } : lists;
        },
    );
    return passing(perimeter, (known) => within("endpointPolicy", checkPerimeter(known)));
}

function arrivedList(path: string, list: List): Checked<string[]> {
    return arrived<string[]>(list, { path, shape: listOf(text), mocked: [] });
}

/** The policy of a service as JSON; undefined for a service that takes none. */
export function verifyPolicy(
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
            const asked = askedFor(service, args);
            refuse(asked.flatMap((group) => refuses(`${group}.${service}`, service)));
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
    const path = `policyDocuments.${service}`;
    return arrived<string>(document, {
        path,
        shape: text,
        mocked: "",
        check: (json) => checkDocument(path, json, service),
    });
}

/** The arguments by which the user asked for a policy of this service in particular. */
function askedFor(service: EksService, args: ResolvedArgs): string[] {
    return [
        ...(args.policyDocuments[service] === undefined ? [] : ["policyDocuments"]),
        ...(args.endpointPolicy.actions?.[service] === undefined ? [] : ["endpointPolicy.actions"]),
    ];
}
