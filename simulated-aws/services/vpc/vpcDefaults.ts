import type { AclEntry, Vpc } from "../../world/objects/network";
import { all, find, issueHex, issueId, list, put } from "../../world/objectsOf";
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

/**
 * What comes with a VPC: a default security group, whose members reach each other, a main route table, and a network ACL that lets
 * everything pass.
 */
export function createDefaults(scope: Scope, vpcId: string, hasIpv6: boolean) {
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
    const aclId = issueId(world, "acl");
    const entries = hasIpv6 ? [...openEntries(4), ...openEntries(6)] : openEntries(4);
    put(world, "networkAcls", { ...base, id: aclId, vpcId, subnetIds: [], entries });
    return {
        defaultSecurityGroupId: groupId,
        mainRouteTableId: tableId,
        defaultNetworkAclId: aclId,
        dhcpOptionsId: issueId(world, "dopt"),
    };
}

/** Entries that let a family pass both ways. https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
function openEntries(family: 4 | 6): AclEntry[] {
    return [true, false].map((isEgress) => ({
        ruleNumber: family === 4 ? 100 : 101,
        isEgress,
        isAllow: true,
        protocol: "-1",
        cidr: family === 4 ? "0.0.0.0/0" : "::/0",
        fromPort: 0,
        toPort: 0,
        icmp: {},
    }));
}

/** Lets IPv6 pass the network ACL that a VPC was born with, once it has an IPv6 range; AWS leaves changed entries alone. */
export function openToIpv6(scope: Scope, { defaultNetworkAclId }: Vpc): void {
    const acl = find(scope, "networkAcls", defaultNetworkAclId);
    const isTaken = ({ ruleNumber }: AclEntry) => ruleNumber === 101;
    if (acl !== undefined && !acl.entries.some(isTaken)) {
        put(scope.world, "networkAcls", { ...acl, entries: [...acl.entries, ...openEntries(6)] });
    }
}

/** Says whether something in a VPC keeps it from being deleted. */
export function hasDependents(scope: Scope, found: Vpc): boolean {
    const isInside = (object: { vpcId: string }) => object.vpcId === found.id;
    return (
        list(scope, "subnets").some(isInside) ||
        list(scope, "internetGateways").some(isInside) ||
        list(scope, "egressOnlyGateways").some(isInside) ||
        list(scope, "endpoints").some(isInside) ||
        list(scope, "networkAcls").some(
            (acl) => isInside(acl) && acl.id !== found.defaultNetworkAclId,
        ) ||
        all(scope.world, "securityGroups").some((group) => isInside(group) && !group.isDefault) ||
        list(scope, "routeTables").some(
            (table) => isInside(table) && table.id !== found.mainRouteTableId,
        )
    );
}
