import type { StackResource } from "./stackResource";
import { peek } from "./unknownValues";
import { peekString, readItems, readStrings, readValue } from "./values";

/** Whose credentials a resource is made with, as far as its provider tells. */
export interface Owner {
    /** Undefined where only AWS knows whom the credentials belong to. */
    accountId?: string;
    /** Equal for resources that are made with the same credentials. */
    credentials: string;
}

/** Properties of the AWS provider that decide whose credentials it uses. */
const CREDENTIALS = [
    "accessKey",
    "assumeRole",
    "assumeRoleWithWebIdentity",
    "assumeRoles",
    "profile",
    "sharedConfigFiles",
    "sharedCredentialsFiles",
];

/** The owner of a resource by its provider; undefined where the engine does not show the provider. */
export function ownerOf(resource: StackResource): Owner | undefined {
    const provider = resource.origin?.provider;
    if (provider === undefined) {
        return undefined;
    }
    const { props, urn } = provider;
    const read = peek(() => JSON.stringify(CREDENTIALS.map((key) => [key, readValue(props, key)])));
    return {
        accountId: findAccount(resource),
        // Of a provider whose credentials preview does not know, only that it is this one.
        credentials: read.value ?? urn,
    };
}

/** The account of a resource, as far as its outputs or its provider tell. */
export function findAccount({ origin, outputs }: StackResource): string | undefined {
    const inArn = /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(peekString(outputs, "arn") ?? "")?.[1];
    return peekString(outputs, "ownerId") ?? inArn ?? accountOf(origin?.provider?.props);
}

/** Whether two owners are one account; undefined where nothing tells. */
export function isSameAccount(one: Owner, other: Owner): boolean | undefined {
    if (one.credentials === other.credentials) {
        return true;
    }
    return one.accountId === undefined || other.accountId === undefined
        ? undefined
        : one.accountId === other.accountId;
}

/** The account of the last role that a provider assumes, or the only one that it allows. */
function accountOf(props: unknown): string | undefined {
    const allowed = readStrings(readSettings(props, "allowedAccountIds"), "allowedAccountIds");
    // The aws-native provider assumes one role, the aws provider one after the other.
    const roles = ["assumeRole", "assumeRoles"].flatMap(
        (key) => readItems(readSettings(props, key), key).items,
    );
    const arn = peekString(roles.at(-1)?.value, "roleArn") ?? "";
    const [only, ...others] = allowed.values;
    return /^arn:[^:]+:iam::(\d{12}):/.exec(arn)?.[1] ?? (others.length === 0 ? only : undefined);
}

/** Settings with one of them in plain form: what is no text itself, the engine keeps as JSON text. */
function readSettings(props: unknown, key: string): unknown {
    const text = peekString(props, key);
    return text === undefined || !isJson(text) ? props : { [key]: JSON.parse(text) as unknown };
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}
