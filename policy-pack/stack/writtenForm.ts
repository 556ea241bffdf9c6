import { joinPath, toSnakeCase } from "eks-privatelink/domain";

import type { Form, WrittenType } from "./form";
import { NATIVE_TYPES } from "./nativeTypes";
import { TERRAFORM_TYPES } from "./terraformTypes";
import type { Properties } from "./values";

/** How a type of another provider is written that says what one of the aws provider does; undefined for any other type. */
export function findWrittenType(token: string): WrittenType | undefined {
    // Most resources are of other providers, and are asked about once a policy.
    if (token.startsWith("aws-native:")) {
        return own(NATIVE_TYPES, token);
    }
    // A Terraform module is a package of its own, under a name that its user gives.
    const start = token.indexOf(MODULE);
    return start === -1 ? undefined : own(TERRAFORM_TYPES, token.slice(start + MODULE.length));
}

/** What stands in the types of a Terraform module's resources before their names in Terraform. */
const MODULE = ":tf:";

function own<T>(table: { [key: string]: T }, key: string): T | undefined {
    return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The type by which policies know a resource: the aws provider's, also for a resource of another one that says the same. */
export function typeOf({ type }: { type: string }): string {
    return findWrittenType(type)?.type ?? type;
}

/** Properties under the names and in the form of the aws provider. Reading one that is unknown in preview throws, as before. */
export function translate(written: Properties, form: Form): Properties {
    const { names = {} } = form;
    const renamed = Object.values(names);
    const same = Object.keys(written)
        .filter((key) => !renamed.includes(key))
        .map((key) => toReadName(key, form));
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
export function toWrittenPath(path: string, form: Form): string {
    const [, name = "", index = "", rest = ""] =
        /^([^.[]*)((?:\[\d+\])*)\.?(.*)$/s.exec(path) ?? [];
    const below = form.within?.[name];
    return joinPath(
        `${toWrittenName(name, form)}${index}`,
        below === undefined ? rest : toWrittenPath(rest, below),
    );
}

/** The property that has this name at the aws provider; the name itself for a resource of that one. */
export function toWrittenName(name: string, { names = {}, isSnakeCase }: Form = {}): string {
    if (Object.hasOwn(names, name)) {
        return String(names[name]);
    }
    return isSnakeCase === true ? toSnakeCase(name) : name;
}

/** The name at the aws provider of a property; the property itself for a resource of that one. */
export function toReadName(written: string, { names = {}, isSnakeCase }: Form = {}): string {
    const renamed = Object.keys(names).find((name) => names[name] === written);
    return (
        renamed ??
        (isSnakeCase === true
            ? written.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
            : written)
    );
}

function readProperty(written: Properties, name: string, form: Form): unknown {
    const [other, value] = form.where?.[name] ?? [];
    if (other !== undefined && written[other] !== value) {
        return undefined;
    }
    const given = written[toWrittenName(name, form)];
    const known =
        form.single?.includes(name) === true && Array.isArray(given)
            ? (given[0] as unknown)
            : given;
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
