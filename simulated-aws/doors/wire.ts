import { isObject, type Properties, UNKNOWN, type Value } from "../model/values";

/** Marks an object on the wire as something else than plain data. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** The text for an unknown value; the engine has one for every type. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const UNKNOWN_TEXTS = new Set([
    UNKNOWN_TEXT,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Which parts are secret: all of it, or some members. */
export type Secrets = true | { [member: string]: Secrets };

export interface Received {
    value: Properties;
    secrets: Secrets;
}

/** Reads properties off the wire: secrets opened and noted, unknown values marked. */
export function fromWire(properties: unknown): Received {
    const { value, secrets } = receive((properties ?? {}) as Value);
    return { value: isObject(value) ? value : {}, secrets };
}

function receive(sent: Value): { value: Value; secrets: Secrets } {
    if (typeof sent === "string" && UNKNOWN_TEXTS.has(sent)) {
        return { value: UNKNOWN, secrets: {} };
    }
    if (Array.isArray(sent)) {
        const items = sent.map(receive);
        return {
            value: items.map(({ value }) => value),
            secrets: membersOf(items.map(({ secrets }, i) => [String(i), secrets])),
        };
    }
    if (!isObject(sent)) {
        return { value: sent, secrets: {} };
    }
    switch (sent[SIGNATURE]) {
        case SECRET:
            return { value: receive(sent.value).value, secrets: true };
        case OUTPUT: {
            const value = sent.value === undefined ? UNKNOWN : receive(sent.value).value;
            return { value, secrets: sent.secret === true ? true : {} };
        }
        case RESOURCE:
            return {
                value: sent.id === "" ? UNKNOWN : (sent.id ?? sent.urn),
                secrets: {},
            };
    }
    const members = Object.entries(sent).map(([key, inner]) => [key, receive(inner)] as const);
    return {
        value: Object.fromEntries(members.map(([key, { value }]) => [key, value])),
        secrets: membersOf(members.map(([key, { secrets }]) => [key, secrets])),
    };
}

function membersOf(entries: [string, Secrets][]): Secrets {
    return Object.fromEntries(
        entries.filter(([, secrets]) => secrets === true || Object.keys(secrets).length > 0),
    );
}

/** Writes properties for the wire; nothing undefined is left in them. */
export function toWire(properties: Properties, secrets: Secrets): { [key: string]: unknown } {
    return withSecretsOf(send(properties) as { [key: string]: unknown }, secrets);
}

function send(value: Value): unknown {
    if (value === UNKNOWN) {
        return UNKNOWN_TEXT;
    }
    if (value === undefined) {
        return null;
    }
    if (Array.isArray(value)) {
        return value.map(send);
    }
    if (!isObject(value)) {
        return value;
    }
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(members.map(([key, inner]) => [key, send(inner)]));
}

/** Makes outputs secret where the inputs of the same name were. */
export function withSecretsOf(
    outputs: { [key: string]: unknown },
    secrets: Secrets,
): { [key: string]: unknown } {
    if (secrets === true) {
        return outputs;
    }
    const entries = Object.entries(outputs).map(([key, value]) => [key, hide(value, secrets[key])]);
    return Object.fromEntries(entries) as { [key: string]: unknown };
}

function hide(value: unknown, secrets: Secrets | undefined): unknown {
    if (secrets === undefined) {
        return value;
    }
    if (secrets === true) {
        return { [SIGNATURE]: SECRET, value };
    }
    if (Array.isArray(value)) {
        return value.map((item, index) => hide(item, secrets[String(index)]));
    }
    if (typeof value !== "object" || value === null) {
        return { [SIGNATURE]: SECRET, value };
    }
    return withSecretsOf(value as { [key: string]: unknown }, secrets);
}

/** Outputs for a mock. What is unknown is left out, which the SDK takes for unknown in a preview. */
export function asMockOutputs(outputs: Properties): { [key: string]: unknown } {
    const known = Object.entries(outputs).filter(([, value]) => value !== UNKNOWN);
    return send(Object.fromEntries(known)) as { [key: string]: unknown };
}
