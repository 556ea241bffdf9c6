import { createHash } from "node:crypto";

import { AwsError } from "./errors";
import { partitionOf } from "./regions";
import type { Kind, ObjectKinds, Scope, World } from "./types";

/** A fresh ID such as `vpc-0a1b2c3d4e5f60718`: 17 hexadecimal digits, the same whenever a world is built alike. */
export function issueId(world: World, prefix: string): string {
    return `${prefix}-0${issueHex(world, 16)}`;
}

/** Fresh hexadecimal digits. */
export function issueHex(world: World, digits: number): string {
    world.issued += 1;
    return createHash("sha256").update(`simulated ${world.issued}`).digest("hex").slice(0, digits);
}

/** Puts an object into the world, or a new state of it in place of the old one. */
export function put<K extends Kind>(world: World, kind: K, object: ObjectKinds[K]): ObjectKinds[K] {
    const table = world.objects[kind] as { [key: string]: ObjectKinds[K] };
    table[object.id] = object;
    return object;
}

/** Takes an object out of the world. */
export function remove(world: World, kind: Kind, id: string): void {
    Reflect.deleteProperty(world.objects[kind], id);
}

/** Every object of a kind in one account and region. */
export function list<K extends Kind>(scope: Scope, kind: K): ObjectKinds[K][] {
    return all(scope.world, kind).filter(
        (object) => object.account === scope.account && object.region === scope.region,
    );
}

/** Every object of a kind in the world. */
export function all<K extends Kind>(world: World, kind: K): ObjectKinds[K][] {
    return Object.values<ObjectKinds[K]>(world.objects[kind]);
}

/** An object by its ID, in whichever account and region. */
export function get<K extends Kind>(world: World, kind: K, id: string): ObjectKinds[K] | undefined {
    return world.objects[kind][id];
}

/** An object that a call may see: of its own account and region. */
export function find<K extends Kind>(
    scope: Scope,
    kind: K,
    id: string,
): ObjectKinds[K] | undefined {
    const object = get(scope.world, kind, id);
    if (object?.account !== scope.account || object.region !== scope.region) {
        return undefined;
    }
    return object;
}

/** AWS's codes and words for an ID that does not exist. */
const MISSING: { [K in Kind]?: [code: string, what: string] } = {
    vpcs: ["InvalidVpcID.NotFound", "vpc ID"],
    subnets: ["InvalidSubnetID.NotFound", "subnet ID"],
    securityGroups: ["InvalidGroup.NotFound", "security group"],
    prefixLists: ["InvalidPrefixListID.NotFound", "prefix list ID"],
    endpoints: ["InvalidVpcEndpointId.NotFound", "Vpc Endpoint Id"],
    networkInterfaces: ["InvalidNetworkInterfaceID.NotFound", "networkInterface ID"],
    internetGateways: ["InvalidInternetGatewayID.NotFound", "internetGateway ID"],
    egressOnlyGateways: ["InvalidGatewayID.NotFound", "eigw ID"],
    routeTables: ["InvalidRouteTableID.NotFound", "routeTable ID"],
    elasticIps: ["InvalidAllocationID.NotFound", "allocation ID"],
    natGateways: ["NatGatewayNotFound", "NAT gateway"],
    peerings: ["InvalidVpcPeeringConnectionID.NotFound", "vpcPeeringConnection ID"],
    transitGateways: ["InvalidTransitGatewayID.NotFound", "transitGateway ID"],
    transitAttachments: [
        "InvalidTransitGatewayAttachmentID.NotFound",
        "transitGatewayAttachment ID",
    ],
    transitTables: ["InvalidRouteTableID.NotFound", "transitGatewayRouteTable ID"],
    networkAcls: ["InvalidNetworkAclID.NotFound", "networkAcl ID"],
    flowLogs: ["InvalidFlowLogId.NotFound", "flow log ID"],
    roles: ["NoSuchEntity", "role with name"],
    managedPolicies: ["NoSuchEntity", "policy"],
    buckets: ["NoSuchBucket", "specified bucket"],
    keys: ["NotFoundException", "key"],
};

/** An object that must exist; otherwise the service's own error. */
export function demand<K extends Kind>(scope: Scope, kind: K, id: string): ObjectKinds[K] {
    const object = find(scope, kind, id);
    if (object !== undefined) {
        return object;
    }
    const [code, what] = MISSING[kind] ?? ["ResourceNotFoundException", "resource"];
    throw new AwsError(code, `The ${what} '${id}' does not exist${madeUpBy(scope.world, id)}`);
}

/** Where an ID comes from that no object has, when a resource that passes through made it up. */
function madeUpBy(world: World, id: string): string {
    const source = all(world, "unmodelled").find(({ outputs }) =>
        JSON.stringify(outputs).includes(`"${id}"`),
    );
    return source === undefined
        ? ""
        : ` (it is an output of ${source.token} ${source.resourceId}, which the simulated AWS does not model)`;
}

/** An ARN in the account and region of a call. */
export function arnOf(scope: Scope, service: string, path: string): string {
    return `arn:${partitionOf(scope.region).name}:${service}:${scope.region}:${scope.account}:${path}`;
}
