import { joinPath } from "eks-privatelink/domain";

import { NATIVE_TYPES, type NativeForm, type NativeType } from "./nativeTypes";
import type { Properties } from "./values";

/** What this pack reads of a type of aws-native; undefined for any other type. */
export function findNativeType(token: string): NativeType | undefined {
    // Most resources are of other providers, and are asked about once a policy.
    return token.startsWith("aws-native:") && Object.hasOwn(NATIVE_TYPES, token)
        ? NATIVE_TYPES[token]
        : undefined;
}

/** The type by which policies know a resource: the aws provider's, also for a resource of aws-native. */
export function typeOf({ type }: { type: string }): string {
    return findNativeType(type)?.type ?? type;
}

/** Properties under the names and in the form of the aws provider. Reading one that is unknown in preview throws, as before. */
export function translate(written: Properties, form: NativeForm): Properties {
    const { names = {} } = form;
    const renamed = Object.values(names);
    const same = Object.keys(written).filter((key) => !renamed.includes(key));
    const given = Object.keys(names).filter((name) => Object.hasOwn(written, names[name] ?? ""));
    const read: Properties = {};
    for (const name of new Set([...same, ...given])) {
        Object.defineProperty(read, name, {
            enumerable: true,
            get: () => readProperty(written, name, form),
        });
    }
    return read;
}

/** A path in the words of whoever wrote the resource: `policyDocument.Statement[0]` for `policy.Statement[0]`. */
export function toWrittenPath(path: string, form: NativeForm): string {
    const [, name = "", index = "", rest = ""] =
        /^([^.[]*)((?:\[\d+\])*)\.?(.*)$/s.exec(path) ?? [];
    const below = form.within?.[name];
    return joinPath(
        `${toWrittenName(name, form)}${index}`,
        below === undefined ? rest : toWrittenPath(rest, below),
    );
}

/** The property of aws-native that has this name at the aws provider; the name itself for a resource of any other provider. */
export function toWrittenName(name: string, { names = {} }: NativeForm = {}): string {
    return Object.hasOwn(names, name) ? String(names[name]) : name;
}

/** The name at the aws provider of a property of aws-native; the property itself for any other provider. */
export function toReadName(written: string, { names = {} }: NativeForm = {}): string {
    return Object.keys(names).find((name) => names[name] === written) ?? written;
}

function readProperty(written: Properties, name: string, form: NativeForm): unknown {
    const [other, value] = form.where?.[name] ?? [];
    if (other !== undefined && written[other] !== value) {
        return undefined;
    }
    const known = written[toWrittenName(name, form)];
    const below = form.within?.[name];
    const toMeaning = form.values?.[name];
    if (below !== undefined) {
        return mapItems(known, (item) => (isProperties(item) ? translate(item, below) : item));
    }
    return toMeaning === undefined ? known : mapItems(known, toMeaning);
}

/** A value, or each item of a list, as something else. Each item is read when it is asked for: one may be unknown in preview. */
function mapItems(value: unknown, toItem: (item: unknown) => unknown): unknown {
    if (!Array.isArray(value)) {
        return toItem(value);
    }
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
        Object.defineProperty(items, index, {
            enumerable: true,
            get: () => toItem(value[index]),
        });
    }
    return items;
}

function isProperties(value: unknown): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
