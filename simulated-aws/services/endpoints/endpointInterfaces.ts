import { type Properties, read } from "../../model/values";
import { canonicalAddress, freeAddress, isIn, isReserved } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { Endpoint, NetworkInterface, Subnet } from "../../world/objects/network";
import { demand, issueId, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { takenAddresses } from "../vpc/takenAddresses";

/** The network interfaces of an endpoint, in the order of its subnets. */
export function interfacesOf(scope: Scope, endpoint: Endpoint): NetworkInterface[] {
    const own = list(scope, "networkInterfaces").filter((each) => each.ownedBy === endpoint.id);
    const place = (each: NetworkInterface) => endpoint.subnetIds.indexOf(each.subnetId);
    return own.sort((one, other) => place(one) - place(other));
}

/** Addresses that a caller fixed, by subnet ID. */
export interface FixedAddresses {
    [key: string]: { ipv4?: string; ipv6?: string };
}

/** Reads `subnetConfigurations`; every subnet in it must be one of the endpoint's. */
export function fixedAddresses(inputs: Properties, subnetIds: string[]): FixedAddresses {
    const fixed: FixedAddresses = {};
    for (const entry of read(inputs).records("subnetConfigurations")) {
        const subnetId = read(entry).text("subnetId");
        if (!subnetIds.includes(subnetId)) {
            throw new AwsError(
                "InvalidParameter",
                `The subnet configuration for ${subnetId} has no matching subnet ID.`,
            );
        }
        const ipv4 = read(entry).text("ipv4");
        const ipv6 = read(entry).text("ipv6");
        fixed[subnetId] = { ...(ipv4 && { ipv4 }), ...(ipv6 && { ipv6 }) };
    }
    return fixed;
}

/** Gives an endpoint one interface per subnet: keeps those that still fit, makes and removes the others. */
export function settleInterfaces(scope: Scope, endpoint: Endpoint, fixed: FixedAddresses): void {
    const old = new Map(interfacesOf(scope, endpoint).map((each) => [each.subnetId, each]));
    const wanted = endpoint.type === "Interface" ? endpoint.subnetIds : [];
    const next = wanted.map((subnetId) => {
        const subnet = demand(scope, "subnets", subnetId);
        const kept = old.get(subnetId);
        const addresses = addressesFor(scope, endpoint, subnet, fixed[subnetId] ?? {}, kept);
        const { securityGroupIds } = endpoint;
        if (kept !== undefined && isSameFixed(kept, fixed[subnetId])) {
            return { ...kept, ...addresses, securityGroupIds };
        }
        return { ...newInterface(scope, endpoint, subnet), ...addresses };
    });
    for (const each of old.values()) {
        remove(scope.world, "networkInterfaces", each.id);
    }
    for (const each of next) {
        put(scope.world, "networkInterfaces", each);
    }
}

function isSameFixed(
    kept: NetworkInterface,
    fixed: { ipv4?: string; ipv6?: string } = {},
): boolean {
    const isSame = (one: string, other: string | undefined) =>
        other === undefined || canonicalAddress(one) === canonicalAddress(other);
    return isSame(kept.privateIp, fixed.ipv4) && isSame(kept.ipv6Address, fixed.ipv6);
}

function newInterface(scope: Scope, endpoint: Endpoint, subnet: Subnet): NetworkInterface {
    return {
        id: issueId(scope.world, "eni"),
        account: scope.account,
        region: scope.region,
        tags: {},
        vpcId: endpoint.vpcId,
        subnetId: subnet.id,
        privateIp: "",
        ipv6Address: "",
        securityGroupIds: endpoint.securityGroupIds,
        interfaceType: "vpc_endpoint",
        description: `VPC Endpoint Interface ${endpoint.id}`,
        ownedBy: endpoint.id,
    };
}

function addressesFor(
    scope: Scope,
    endpoint: Endpoint,
    subnet: Subnet,
    fixed: { ipv4?: string; ipv6?: string },
    kept: NetworkInterface | undefined,
): Pick<NetworkInterface, "privateIp" | "ipv6Address"> {
    const taken = takenAddresses(scope.world, subnet.id, kept?.id);
    const choose = (wanted: string | undefined, old: string | undefined, cidr: string) => {
        if (wanted !== undefined) {
            return demandAddress(wanted, cidr, taken);
        }
        return old === undefined || old === "" ? demandFree(cidr, subnet.id, taken) : old;
    };
    const hasIpv4 = endpoint.ipAddressType !== "ipv6";
    const hasIpv6 = endpoint.ipAddressType !== "ipv4";
    return {
        privateIp: hasIpv4 ? choose(fixed.ipv4, kept?.privateIp, subnet.cidrBlock) : "",
        ipv6Address: hasIpv6 ? choose(fixed.ipv6, kept?.ipv6Address, subnet.ipv6CidrBlock) : "",
    };
}

function demandAddress(wanted: string, cidr: string, taken: Set<string>): string {
    const address = canonicalAddress(wanted);
    if (address === undefined || !isIn(address, cidr) || isReserved(address, cidr)) {
        throw new AwsError(
            "InvalidParameterValue",
            `Address ${wanted} does not fall within the subnet's address range`,
        );
    }
    if (taken.has(address)) {
        throw new AwsError("InvalidIPAddress.InUse", `Address ${wanted} is in use.`);
    }
    return address;
}

function demandFree(cidr: string, subnetId: string, taken: Set<string>): string {
    const address = freeAddress(cidr, taken);
    if (address !== undefined) {
        return address;
    }
    throw new AwsError(
        "InsufficientFreeAddressesInSubnet",
        `The subnet ${subnetId} does not have enough free addresses to satisfy the request.`,
    );
}
