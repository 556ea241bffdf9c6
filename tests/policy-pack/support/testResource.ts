import * as proxy from "@pulumi/policy/proxy";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";

/** Internal to the SDK, so absent from its types. */
const { unknownStringValue } = proxy as unknown as { unknownStringValue: string };

/** A resource as a program writes it, and what AWS makes of it. */
export interface TestResource {
    type: string;
    name: string;
    inputs: { [key: string]: unknown };
    /** What AWS adds: unknown in preview. Inputs of the same name win. */
    computed: { [key: string]: unknown };
    parent?: TestResource;
    /** Defaults to a provider without settings. */
    provider?: TestResource;
}

/** `preview`: nothing exists yet. `update`: everything does. */
export type Phase = "preview" | "update";

/** A value that is unknown in preview, and this one afterwards. */
export class Later {
    public constructor(
        public readonly value: unknown,
        public readonly sources: TestResource[] = [],
        /** The output of the source that it is, as a program writes it. */
        public readonly output = "id",
    ) {}
}

/** A secret value. */
export class SecretValue {
    public constructor(public readonly value: unknown) {}
}

/** An output of a resource: unknown in preview unless the program gives it as an input. */
export function outputOf(resource: TestResource, output = "id"): Later {
    return new Later(resource.computed[output], [resource], output);
}

/** A value that comes from no resource of the stack, and that preview does not know. */
export function later(value: unknown): Later {
    return new Later(value);
}

export function secret(value: unknown): SecretValue {
    return new SecretValue(value);
}

export function urnOf({ type, name, parent }: TestResource): string {
    const types: string[] = [type];
    for (let outer = parent; outer !== undefined; outer = outer.parent) {
        types.unshift(outer.type);
    }
    return `urn:pulumi:dev::test::${types.join("$")}::${name}`;
}

/** The resource in the state of the stack. */
export function toState(
    { inputs, computed }: TestResource,
    phase: Phase,
): { properties: { [key: string]: unknown }; propertyDependencies: { [key: string]: string[] } } {
    const filledIn = Object.fromEntries(
        Object.entries(computed).map(([key, value]) => [key, new Later(value)]),
    );
    return {
        properties: encode({ ...filledIn, ...dropUndefined(inputs) }, phase),
        propertyDependencies: Object.fromEntries(
            Object.entries(inputs).map(([key, value]) => [key, sourcesOf(value).map(urnOf)]),
        ),
    };
}

/** Properties as they travel over gRPC. */
export function encode(
    properties: { [key: string]: unknown },
    phase: Phase,
): { [key: string]: unknown } {
    return encodeValue(properties, phase) as { [key: string]: unknown };
}

function encodeValue(value: unknown, phase: Phase): unknown {
    if (value instanceof Later) {
        return phase === "preview" ? unknownStringValue : encodeValue(value.value, phase);
    }
    if (value instanceof SecretValue) {
        return { [specialSigKey]: specialSecretSig, value: encodeValue(value.value, phase) };
    }
    if (Array.isArray(value)) {
        return value.map((item) => encodeValue(item, phase) ?? null);
    }
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(dropUndefined(value));
        return Object.fromEntries(entries.map(([key, item]) => [key, encodeValue(item, phase)]));
    }
    return value ?? null;
}

function sourcesOf(value: unknown): TestResource[] {
    if (value instanceof Later) {
        return value.sources;
    }
    if (value instanceof SecretValue) {
        return sourcesOf(value.value);
    }
    return typeof value === "object" && value !== null
        ? [...new Set(Object.values(value).flatMap(sourcesOf))]
        : [];
}

function dropUndefined(properties: object): { [key: string]: unknown } {
    return Object.fromEntries(
        Object.entries(properties).filter(([, value]) => value !== undefined),
    );
}
