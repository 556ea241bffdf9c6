import type { PropertyType } from "../model/schema";
import { isObject, type Properties, type Value } from "../model/values";
import { partitionOf } from "../world/regions";
import type { Scope } from "../world/types";
import { type Identity, kebab, madeArn } from "./identity";

/** What made-up values are made of. */
export interface Seed extends Identity {
    scope: Scope;
    module: string;
    /** 16 hexadecimal digits. */
    hex: string;
}

/** Moment at which everything made up came to be; a fixed one, so that two runs are alike. */
const CREATED = "2026-01-01T00:00:00Z";

/** Prefixes of the IDs that properties such as `vpcId` hold. */
const ID_PREFIXES: [ending: RegExp, prefix: string][] = [
    [/vpc$/i, "vpc"],
    [/subnet$/i, "subnet"],
    [/securityGroup$|sg$/i, "sg"],
    [/routeTable$/i, "rtb"],
    [/networkInterface$/i, "eni"],
    [/networkAcl$/i, "acl"],
    [/internetGateway$/i, "igw"],
    [/transitGateway$/i, "tgw"],
    [/image$|ami$/i, "ami"],
    [/instance$/i, "i"],
    [/prefixList$/i, "pl"],
];

/** Texts by the name of their property, the first that fits. */
const TEXTS: [name: RegExp, text: (seed: Seed, property: string) => string][] = [
    [/^arn$/, ({ arn }) => arn],
    [
        /arns?$/i,
        ({ scope, module, hex }, property) => madeArn(scope, module, `${kebab(property)}/${hex}`),
    ],
    [/^id$/, ({ id }) => id],
    [/^name$/, ({ id }) => id],
    [/^region$|regionName$/i, ({ scope }) => scope.region],
    [/(owner|account|registry)Id$/i, ({ scope }) => scope.account],
    [/zoneId$/i, ({ hex }) => `Z${hex.toUpperCase()}`],
    [/availabilityZones?$/i, ({ scope }) => `${scope.region}a`],
    [/partition$/i, ({ scope }) => partitionOf(scope.region).name],
    [/ids?$/i, ({ hex }, property) => madeId(property.replace(/ids?$/i, ""), hex)],
    [/(at|date|time|timestamp|after|before|on)$/i, () => CREATED],
    [/^status$|Status$/, () => "ACTIVE"],
    [/^state$|State$/, () => "available"],
    [/version$/i, () => "1"],
    [/cidr/i, () => "192.0.2.0/24"],
    [/ipv6Address/i, () => "2001:db8::10"],
    [/(ip|ipAddress|ips|address)$/i, () => "192.0.2.10"],
    [/url$|uri$|issuer$|endpoint$/i, (seed) => `https://${hostName(seed)}`],
    [/dnsName$|domainName$|fqdn$|host(name)?$|domain$/i, hostName],
    [/policy$|json$|document$/i, () => '{"Version":"2012-10-17","Statement":[]}'],
    [/^data$|certificate|secret|token|key$/i, ({ hex }) => Buffer.from(hex).toString("base64")],
    [/./, ({ hex }, property) => `${kebab(property)}-${hex.slice(0, 7)}`],
];

function madeId(kind: string, hex: string): string {
    const prefix = ID_PREFIXES.find(([ending]) => ending.test(kind))?.[1] ?? kebab(kind || "id");
    return `${prefix}-0${hex}`;
}

function hostName({ hex, module, scope }: Seed): string {
    const { dnsSuffix } = partitionOf(scope.region);
    return `${hex}.${module}.${scope.region}.${dnsSuffix}`;
}

/** A value of a type, in the form that the name of its property promises. */
export function madeUp(property: string, type: PropertyType, seed: Seed): Value {
    switch (type) {
        case "string":
        case "document":
            return TEXTS.find(([name]) => name.test(property))?.[1](seed, property);
        case "boolean":
            return false;
        case "integer":
        case "number":
            return 0;
        case "any":
            return {};
    }
    if ("map" in type) {
        return {};
    }
    if ("list" in type) {
        return [madeUp(property, type.list, seed)];
    }
    return filled({}, type, seed);
}

/** What was given, with the members that every output of its type has made up where they are missing. */
export function filled(given: Value, type: PropertyType, seed: Seed): Value {
    if (typeof type === "string" || "map" in type) {
        return given;
    }
    if ("list" in type) {
        return Array.isArray(given) ? given.map((item) => filled(item, type.list, seed)) : given;
    }
    if (!isObject(given)) {
        return given;
    }
    const whole: Properties = { ...given };
    for (const [name, inner] of Object.entries(type.object)) {
        if (given[name] !== undefined) {
            whole[name] = filled(given[name], inner, seed);
        } else if (type.required?.includes(name)) {
            whole[name] = madeUp(name, inner, seed);
        }
    }
    return whole;
}
