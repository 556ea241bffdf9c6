import { type Properties, read, textOf } from "../model/values";
import { partitionOf } from "../world/regions";
import type { Scope } from "../world/types";
import type { DeclaredResource } from "./schemas";

/** What is made up for a resource type that is only declared: its ID and its ARN. */
export interface Identity {
    id: string;
    arn: string;
}

/** Modules of `@pulumi/aws` that go by another name in ARNs. */
const ARN_SERVICES: { [module: string]: string } = {
    alb: "elasticloadbalancing",
    applicationloadbalancing: "elasticloadbalancing",
    cfg: "config",
    cognito: "cognito-idp",
    ec2transitgateway: "ec2",
    efs: "elasticfilesystem",
    lb: "elasticloadbalancing",
    msk: "kafka",
    networkfirewall: "network-firewall",
    opensearch: "es",
    route53recoveryreadiness: "route53-recovery-readiness",
    secretsmanager: "secretsmanager",
    sfn: "states",
    vpc: "ec2",
};
const GLOBAL = new Set(["cloudfront", "iam", "organizations", "route53"]);

/** An ID such as `acl-7aaabd18`: a kind, and digits that AWS chooses. */
const ISSUED = /^([a-z]+(?:-[a-z]+)*)-(?=\w*\d)[0-9a-z]{5,}$/i;

/** Makes up ID and ARN in the form of the example with which the declarations show an import. */
export function identityOf(
    scope: Scope,
    { schema, importExample }: DeclaredResource,
    inputs: Properties,
    hex: string,
): Identity {
    const { module, type } = partsOf(schema.token);
    const [, prefix] = ISSUED.exec(importExample) ?? [];
    const name = ownName(inputs) ?? `${type}-${hex.slice(0, 7)}`;
    if (prefix !== undefined) {
        const id = referred(inputs, prefix) ?? `${prefix}-0${hex}`;
        return { id, arn: madeArn(scope, module, `${kebab(type)}/${id}`) };
    }
    if (importExample.startsWith("arn:")) {
        const arn = arnLike(scope, importExample, name, hex);
        return { id: arn, arn };
    }
    const separator = /[:,#/|_](?!\/)/.exec(importExample)?.[0];
    const id = separator === undefined ? name : joined(importExample, separator, inputs) || name;
    return { id, arn: madeArn(scope, module, `${kebab(type)}/${name}`) };
}

/** An ARN in account and region of a call; those of global services have no region. */
export function madeArn({ account, region }: Scope, module: string, path: string): string {
    const service = ARN_SERVICES[module] ?? module;
    const place = GLOBAL.has(service) ? "" : region;
    return `arn:${partitionOf(region).name}:${service}:${place}:${account}:${path}`;
}

/** Module and type of a token, the type as the token's middle spells it: `networkAcl`. */
export function partsOf(token: string): { module: string; type: string } {
    const [, module = "index", type = ""] = /^aws:(\w+)\/(\w+):/.exec(token) ?? [];
    return { module, type };
}

/** `networkAcl` as `network-acl`. */
export function kebab(text: string): string {
    return text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

function ownName(inputs: Properties): string | undefined {
    const given = read(inputs);
    const other = Object.keys(inputs).find(
        (key) => key.endsWith("Name") && textOf(inputs[key]) !== "",
    );
    const name = given.text("name") || given.text("bucket") || (other ? given.text(other) : "");
    return name === "" ? undefined : name;
}

/** Some types have the ID of what they belong to, which an input names. */
function referred(inputs: Properties, prefix: string): string | undefined {
    return Object.entries(inputs)
        .filter(([key]) => key.endsWith("Id"))
        .map(([, value]) => textOf(value))
        .find((value) => value.startsWith(`${prefix}-`) && ISSUED.test(value));
}

/** An ID of several inputs, each found by what its part of the example looks like, else in the order of the inputs. */
function joined(example: string, separator: string, inputs: Properties): string {
    const texts = Object.entries(inputs).filter(
        ([key, value]) => !key.startsWith("__") && textOf(value) !== "",
    );
    const left = new Map(texts.map(([key, value]) => [key, textOf(value)]));
    const parts = partsOfExample(example, separator).map((part) => {
        const [prefix] = ISSUED.exec(part)?.slice(1) ?? [];
        const found =
            [...left].find(([key]) => part.replace(/[^a-z]/gi, "").includes(stem(key))) ??
            [...left].find(([, value]) => prefix !== undefined && value.startsWith(`${prefix}-`)) ??
            [...left].find(([, value]) => value.startsWith("arn:") === part.startsWith("arn:"));
        left.delete(found?.[0] ?? "");
        return found?.[1] ?? "";
    });
    return parts.filter((part) => part !== "").join(separator);
}

function partsOfExample(example: string, separator: string): string[] {
    const parts = example.split(separator);
    const arn = parts.indexOf("arn");
    return arn < 0 ? parts : [...parts.slice(0, arn), parts.slice(arn).join(separator)];
}

/** `clusterName` is about a cluster. */
function stem(key: string): string {
    return key.replace(/(Name|Id|Arn)$/, "").toLowerCase();
}

/** The ARN of an example with account, region and last name put in place of the example's. */
function arnLike({ account, region }: Scope, example: string, name: string, hex: string): string {
    const [, , service = "", place, owner, ...path] = example.split(":");
    const resource = path.join(":");
    const cut = Math.max(resource.lastIndexOf("/"), resource.lastIndexOf(":")) + 1;
    const last = resource.slice(cut);
    const isIssued = /^[0-9a-f]{8,}(-[0-9a-f]+)*$/.test(last);
    const own = isIssued ? hex : name;
    const head = resource.slice(0, cut);
    const named = isIssued ? head.replace(/[^/:]+([/:])$/, `${name}$1`) : head;
    const partition = partitionOf(region).name;
    const shownRegion = place === "" ? "" : region;
    const shownOwner = owner === "" ? "" : account;
    return `arn:${partition}:${service}:${shownRegion}:${shownOwner}:${named}${own}`;
}
