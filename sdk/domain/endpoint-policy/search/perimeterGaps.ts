import type { Problem } from "../../problem";
import type { EksService } from "../../services";
import type { PolicyDocument } from "../language/document";
import type { Perimeter } from "../perimeterPolicy";
import { findAdmittedRequest } from "./admittedRequest";
import { TooComplicatedError } from "./budget";
import { type Callers, ORGANIZATION, strangersTo } from "./callers";
import { ACCOUNT, type Constraint, readConstraints } from "./constraints";
import { explainGap } from "./explainGap";
import type { Vocabulary } from "./vocabulary";

/**
 * Statements that let a principal from outside use any action, after all `Deny` statements. Outside is every account
 * and organisation that the policy does not name; when a perimeter is expected, also what it names beyond that.
 * With `service` only actions of that service count, since no others arrive at its endpoint.
 *
 * For each `Allow` it looks for a stranger's request that passes, so an empty answer means that there is none. Source of
 * the rules: IAM User Guide, reference_policies_evaluation-logic.html and reference_policies_elements_condition_operators.html
 */
export function checkPerimeterGaps(
    document: PolicyDocument,
    expected: Partial<Perimeter> = {},
    service?: EksService,
): Problem[] {
    const insidePaths = expected.organizationPaths ?? [];
    const unknown = { ...strangersTo(document, service), insidePaths };
    const named = { ...unknown, ...listUnexpected(unknown.vocabulary, expected) };
    const { allows, denies } = readConstraints(document);
    const denied = denies.map(({ constraints }) => constraints);
    return allows.flatMap(({ index, constraints }) => {
        const reason = findGap(constraints, denied, unknown, named);
        return reason === undefined ? [] : [{ path: `Statement[${index}]`, reason }];
    });
}

/** Accounts and organisations that the policy names without being expected to; none when nothing is expected. */
function listUnexpected(
    { accounts, organizations }: Vocabulary,
    { organizationIds = [], organizationPaths = [], accountIds = [] }: Partial<Perimeter>,
): Pick<Callers, "accounts" | "organizations"> {
    if (organizationIds.length + organizationPaths.length + accountIds.length === 0) {
        return { accounts: [], organizations: [] };
    }
    return {
        accounts: accounts.filter((account) => !accountIds.includes(account)),
        organizations: organizations.filter((id) => !organizationIds.includes(id)),
    };
}

/** Once strangers unknown to the policy are let in, those that it names are no news. */
function findGap(
    allow: Constraint[],
    denies: Constraint[][],
    unknown: Callers,
    named: Callers,
): string | undefined {
    try {
        const request = findAdmittedRequest(allow, denies, unknown);
        if (request !== undefined) {
            return explainGap(allow, request, denies.length > 0);
        }
        const names = listAdmitted(allow, denies, named);
        return names.length === 0
            ? undefined
            : `admits ${names.join(", ")}, which the perimeter does not contain; ` +
                  "remove them from the policy, or add them to the perimeter";
    } catch (error) {
        if (error instanceof TooComplicatedError) {
            return TOO_COMPLICATED;
        }
        throw error;
    }
}

const TOO_COMPLICATED =
    "has too many wildcards and conditions to tell whom it admits; " +
    "split the policy into simpler statements that each name the organisation or the accounts";

/** As many as a message can well name. */
const MOST_NAMES = 5;

/** Those of the policy's unexpected accounts and organisations that a statement admits, found one after the other. */
function listAdmitted(allow: Constraint[], denies: Constraint[][], named: Callers): string[] {
    const names: string[] = [];
    let { accounts, organizations } = named;
    while (accounts.length + organizations.length > 0) {
        const request = findAdmittedRequest(allow, denies, { ...named, accounts, organizations });
        const organization = organizations.find((id) => id === request?.get(ORGANIZATION)?.[0]);
        const account = accounts.find((id) => id === request?.get(ACCOUNT)?.[0]);
        if (organization === undefined && account === undefined) {
            break;
        }
        if (names.length === MOST_NAMES) {
            return [...names, "and others"];
        }
        names.push(nameStranger(organization, account, named.insidePaths));
        accounts = accounts.filter((id) => organization !== undefined || id !== account);
        organizations = organizations.filter((id) => id !== organization);
    }
    return names;
}

function nameStranger(
    organization: string | undefined,
    account: string | undefined,
    insidePaths: string[],
): string {
    if (organization === undefined) {
        return `account ${account}`;
    }
    return insidePaths.some((path) => path.startsWith(`${organization}/`))
        ? `more of organisation ${organization} than the expected paths`
        : `organisation ${organization}`;
}
