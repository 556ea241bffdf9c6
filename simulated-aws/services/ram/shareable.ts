import { all, arnOf, get } from "../../world/objectsOf";
import type { ObjectKinds, Scope, World } from "../../world/types";
import type { WorldObject } from "../../world/worldObject";
import { isSharedWith } from "./principals";

/** Kinds of objects that the model shares; what else RAM could share it does not know. */
export type SharedKind =
    "profiles" | "subnets" | "prefixLists" | "resolverRules" | "transitGateways";

interface Shareable {
    kind: SharedKind;
    service: string;
    /** What stands before the ID in its ARN. */
    path: string;
    /** What a share gets for it without a choice of permissions. */
    permission: string;
    /** Whether it never leaves the organisation. */
    isInsideOnly?: true;
}

/** https://docs.aws.amazon.com/ram/latest/userguide/shareable.html */
const SHAREABLE: Shareable[] = [
    {
        kind: "profiles",
        service: "route53profiles",
        path: "profile",
        permission: "AWSRAMPermissionRoute53ProfileAllowAssociation",
    },
    {
        kind: "subnets",
        service: "ec2",
        path: "subnet",
        permission: "AWSRAMDefaultPermissionSubnet",
        isInsideOnly: true,
    },
    {
        kind: "prefixLists",
        service: "ec2",
        path: "prefix-list",
        permission: "AWSRAMDefaultPermissionPrefixList",
    },
    {
        kind: "resolverRules",
        service: "route53resolver",
        path: "resolver-rule",
        permission: "AWSRAMDefaultPermissionResolverRule",
    },
    {
        kind: "transitGateways",
        service: "ec2",
        path: "transit-gateway",
        permission: "AWSRAMDefaultPermissionTransitGateway",
    },
];

/** What an ARN stands for, when it is of a kind that can be shared and the caller's own. */
export function findShareable(scope: Scope, arn: string): Shareable | undefined {
    return SHAREABLE.find(({ kind, service, path }) => {
        const [start = "", id = ""] = arn.split(`:${path}/`);
        const isKind = start.split(":")[2] === service;
        return isKind && get(scope.world, kind, id)?.account === scope.account;
    });
}

/** ARN of an object of a kind that can be shared, in its owner's account. */
export function sharedArnOf(world: World, kind: SharedKind, id: string): string {
    const row = SHAREABLE.find((each) => each.kind === kind);
    const { account = "", region = "" } = get(world, kind, id) ?? {};
    return arnOf({ world, account, region }, row?.service ?? "", `${row?.path ?? ""}/${id}`);
}

/** An object of the caller's region that is its own or shared with its account. */
export function findVisible<K extends SharedKind>(
    scope: Scope,
    kind: K,
    id: string,
): ObjectKinds[K] | undefined {
    const found = get(scope.world, kind, id);
    return found !== undefined && isVisible(scope, kind, found) ? found : undefined;
}

/** All objects of a kind in the caller's region that are its own or shared with its account. */
export function listVisible<K extends SharedKind>(scope: Scope, kind: K): ObjectKinds[K][] {
    return all(scope.world, kind).filter((each) => isVisible(scope, kind, each));
}

function isVisible(scope: Scope, kind: SharedKind, object: WorldObject): boolean {
    const { world, account, region } = scope;
    if (object.region !== region) {
        return false;
    }
    return (
        object.account === account ||
        isSharedWith(world, sharedArnOf(world, kind, object.id), account)
    );
}
