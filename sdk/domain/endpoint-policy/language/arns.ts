import { hasWildcard } from "./pattern";

/** The account part of an ARN; undefined for what is no ARN. */
export function findAccountPart(arn: string): string | undefined {
    return arn.startsWith("arn:") ? arn.split(":")[4] : undefined;
}

/**
 * Whether the account part of an ARN has digits beside a wildcard, which endpoint policies may not have.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html, read 2026-11-22
 */
export function mixesAccountWithWildcard(arn: string): boolean {
    const part = findAccountPart(arn) ?? "";
    return hasWildcard(part) && /\d/.test(part);
}

/** The role of the session that an ARN names, as an ARN; undefined for anything else. */
export function findRoleOfSession(arn: string): string | undefined {
    const session = /^arn:([^:]*):sts:[^:]*:([^:]*):assumed-role\/([^/]*)/.exec(arn);
    return session === null ? undefined : `arn:${session[1]}:iam::${session[2]}:role/${session[3]}`;
}
