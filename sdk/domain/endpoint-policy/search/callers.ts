import type { EksService } from "../../services";
import type { PolicyDocument } from "../language/document";
import { matches, toPattern } from "../language/pattern";
import { ACCOUNT, PRINCIPAL_ARN, type Request } from "./constraints";
import { listPatterns, listTexts } from "./keyValues";
import { findRepresentatives, type Shape } from "./representatives";
import { readVocabulary, type Vocabulary } from "./vocabulary";

/** Whose requests to try. Accounts and organisations that stand in the policy are left out unless listed here. */
export interface Callers {
    vocabulary: Vocabulary;
    /** Whether they are those that the policy is for: what it names may be theirs, and they call published actions only. */
    areOwn: boolean;
    /** Accounts and organisations of the policy that are among them all the same. */
    accounts: string[];
    organizations: string[];
    /** Paths in organisations that are inside the perimeter. */
    insidePaths: string[];
    /** The service of the endpoint: no other service's actions arrive there. */
    service?: EksService;
}

/** Everybody whom a policy does not name. */
export function strangersTo(document: PolicyDocument, service?: EksService): Callers {
    return {
        vocabulary: readVocabulary(document),
        areOwn: false,
        accounts: [],
        organizations: [],
        insidePaths: [],
        service,
    };
}

/** Everybody whom a policy may be for: whoever it names, and all others. */
export function ownCallersOf(document: PolicyDocument, service: EksService): Callers {
    const { vocabulary, ...strangers } = strangersTo(document, service);
    const { accounts, organizations } = vocabulary;
    return { ...strangers, vocabulary, areOwn: true, accounts, organizations };
}

export const TYPE = "aws:principaltype";
export const ORGANIZATION = "aws:principalorgid";
export const ORGANIZATION_PATHS = "aws:principalorgpaths";

/** Forms of identifiers. Source: AWS Organizations API Reference, patterns of `Account.Id` and `Organization.Id`. */
export const ACCOUNT_SHAPE: Shape = {
    prefix: "",
    characters: "0123456789",
    minimum: 12,
    maximum: 12,
};
export const ORGANIZATION_SHAPE: Shape = {
    prefix: "o-",
    characters: "xyz0123456789abcdefghijklmnopqrstuvw",
    minimum: 10,
    maximum: 32,
};

/** Characters of role and user names with their paths. Source: IAM API Reference, CreateRole. */
const NAME_CHARACTERS = "xyzabcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+=,.@_-/";

/** Accounts that callers may have, those of the policy first. */
export function listAccounts(request: Request, { vocabulary, accounts }: Callers): string[] {
    const patterns = [
        ...listPatterns(ACCOUNT, request, vocabulary),
        ...listAccountParts(vocabulary).map((part) => toPattern(part, "wildcards")),
        ...vocabulary.accounts.map((known) => toPattern(known, "text")),
    ];
    const all = findRepresentatives(patterns, ACCOUNT_SHAPE, vocabulary.budget);
    return [...accounts, ...all.filter((account) => !vocabulary.accounts.includes(account))];
}

/** Organisations that callers may be in, those of the policy first. */
export function listOrganizations(
    request: Request,
    { vocabulary, organizations }: Callers,
): string[] {
    const patterns = [
        ...listPatterns(ORGANIZATION, request, vocabulary),
        ...listOrganizationParts(vocabulary).map((part) => toPattern(part, "wildcards")),
        ...vocabulary.organizations.map((known) => toPattern(known, "text")),
    ];
    const all = findRepresentatives(patterns, ORGANIZATION_SHAPE, vocabulary.budget);
    return [...organizations, ...all.filter((id) => !vocabulary.organizations.includes(id))];
}

/** What organisation paths of the policy say of the organisation: as much as stands before a slash or a wildcard. */
function listOrganizationParts({ conditions }: Vocabulary): string[] {
    return (conditions.get(ORGANIZATION_PATHS) ?? [])
        .flatMap(({ values }) => values)
        .filter((path) => !path.includes("$"))
        .map((path) => path.replace(/\/.*$/, "").replace(/\*.*$/, "*"));
}

/** Paths in the caller's organisation that are not inside the perimeter. */
export function listPaths(request: Request, { vocabulary, insidePaths }: Callers): string[] {
    const organization = request.get(ORGANIZATION)?.[0] ?? "";
    const inside = insidePaths.map((path) => toPattern(path, "wildcards"));
    const patterns = [...listPatterns(ORGANIZATION_PATHS, request, vocabulary), ...inside];
    const paths = findRepresentatives(
        patterns,
        { prefix: `${organization}/`, minimum: 1 },
        vocabulary.budget,
    );
    return paths.filter((path) => !inside.some((pattern) => matches(pattern, path)));
}

/** What principal ARNs of the policy say of the account: its part, and what of that stands before a wildcard. */
function listAccountParts({ conditions, principals }: Vocabulary): string[] {
    const compared = (conditions.get(PRINCIPAL_ARN) ?? []).flatMap(({ values }) => values);
    return [...principals, ...compared]
        .map((arn) => arn.split(":")[4] ?? "")
        .filter((part) => part !== "" && !part.includes("$"))
        .flatMap((part) => [part, part.replace(/\*.*$/, "*")]);
}

/** ARNs of the caller's principal type, in the partitions that the policy speaks of. */
export function listArns(request: Request, vocabulary: Vocabulary): string[] {
    const account = request.get(ACCOUNT)?.[0] ?? "";
    const patterns = [
        ...listPatterns(PRINCIPAL_ARN, request, vocabulary),
        ...vocabulary.principals.map((principal) => toPattern(principal, "wildcards")),
    ];
    return listPartitions(vocabulary).flatMap((partition) => {
        const prefix = {
            User: `arn:${partition}:iam::${account}:user/`,
            Account: `arn:${partition}:iam::${account}:root`,
            FederatedUser: `arn:${partition}:sts::${account}:federated-user/`,
        }[request.get(TYPE)?.[0] ?? ""];
        return prefix?.endsWith(":root")
            ? [prefix]
            : findRepresentatives(
                  patterns,
                  {
                      prefix: prefix ?? `arn:${partition}:iam::${account}:role/`,
                      characters: NAME_CHARACTERS,
                      minimum: 1,
                  },
                  vocabulary.budget,
              );
    });
}

/** The partitions that ARNs of the policy name, or the first one. */
export function listPartitions({ conditions, principals, resources }: Vocabulary): string[] {
    const compared = (conditions.get(PRINCIPAL_ARN) ?? []).flatMap(({ values }) => values);
    const named = [...principals, ...compared, ...resources].flatMap(
        (arn) => /^arn:(aws[a-z-]*):/.exec(arn)?.[1] ?? [],
    );
    return named.length === 0 ? ["aws"] : [...new Set(named)];
}

/** Unique identifiers are AWS's to give, so one that stands in the policy is no stranger's. */
export function listUserIds(request: Request, { vocabulary, areOwn }: Callers): string[] {
    const account = request.get(ACCOUNT)?.[0] ?? "";
    const prefix = { User: "AIDA", Account: account, FederatedUser: `${account}:` }[
        request.get(TYPE)?.[0] ?? ""
    ];
    if (prefix === account) {
        return [account];
    }
    const known = (vocabulary.conditions.get("aws:userid") ?? [])
        .flatMap(({ values }) => values)
        .flatMap((value) => /^(A[A-Z]{3}[A-Z0-9]{12,})(?::|$)/.exec(value)?.[1] ?? []);
    const ids = listTexts("aws:userid", request, vocabulary, {
        prefix: prefix ?? "AROA",
        minimum: 17,
    });
    return ids.filter((id) => areOwn || !known.includes(id.split(":")[0] ?? ""));
}
