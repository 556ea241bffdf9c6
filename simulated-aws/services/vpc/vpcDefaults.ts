import type { Vpc } from "../../world/objects/network";
import { all, issueHex, issueId, list, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** Simulated: the block from which AWS hands out ranges here. */
const GENERATED = "2600:1f";

/** An IPv6 range as AWS would hand it out. */
export function generatedRange(scope: Scope): string {
    const digits = issueHex(scope.world, 6).replace(/^0/, "a");
    return `${GENERATED}${digits.slice(0, 2)}:${digits.slice(2, 4).replace(/^0/, "a")}${digits.slice(4, 6)}:1200::/56`;
}

/** Says whether the IPv6 range of a VPC came from AWS's own block. */
export function isGenerated(found: Vpc): boolean {
    return found.ipv6CidrBlock.startsWith(GENERATED);
}

/** What comes with a VPC: a default security group, whose members reach each other, and a main route table. */
export function createDefaults(scope: Scope, vpcId: string) {
    const { world, account, region } = scope;
    const base = { account, region, tags: {} };
    const groupId = issueId(world, "sg");
    put(world, "securityGroups", {
        ...base,
        id: groupId,
        vpcId,
        name: "default",
        description: "default VPC security group",
        isDefault: true,
    });
    const rule = { ...base, groupId, protocol: "-1", fromPort: -1, toPort: -1, description: "" };
    const inside = { ...rule, id: issueId(world, "sgr"), isEgress: false, source: { groupId } };
    put(world, "securityGroupRules", inside);
    const outside = {
        ...rule,
        id: issueId(world, "sgr"),
        isEgress: true,
        source: { cidrIpv4: "0.0.0.0/0" },
    };
    put(world, "securityGroupRules", outside);
    const tableId = issueId(world, "rtb");
    put(world, "routeTables", { ...base, id: tableId, vpcId, routes: {}, associations: {} });
    return {
        defaultSecurityGroupId: groupId,
        mainRouteTableId: tableId,
        defaultNetworkAclId: issueId(world, "acl"),
        dhcpOptionsId: issueId(world, "dopt"),
    };
}

/** Says whether something in a VPC keeps it from being deleted. */
export function hasDependents(scope: Scope, found: Vpc): boolean {
    const isInside = (object: { vpcId: string }) => object.vpcId === found.id;
    return (
        list(scope, "subnets").some(isInside) ||
        list(scope, "internetGateways").some(isInside) ||
        list(scope, "egressOnlyGateways").some(isInside) ||
        list(scope, "endpoints").some(isInside) ||
        all(scope.world, "securityGroups").some((group) => isInside(group) && !group.isDefault) ||
        list(scope, "routeTables").some(
            (table) => isInside(table) && table.id !== found.mainRouteTableId,
        )
    );
}
