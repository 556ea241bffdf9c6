import { type Properties, read } from "../../model/values";
import { canonicalAddress, freeAddress, isIn, isReserved } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { ResolverEndpoint } from "../../world/objects/dns";
import type { NetworkInterface, Subnet } from "../../world/objects/network";
import { issueHex, issueId, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { takenAddresses } from "../vpc/takenAddresses";

/** One entry of `ipAddresses`; addresses that are empty are for AWS to choose. */
export interface WantedAddress {
    subnetId: string;
    ip: string;
    ipv6: string;
}

/** Reads `ipAddresses`. */
export function wantedAddresses(inputs: Properties): WantedAddress[] {
    return read(inputs)
        .records("ipAddresses")
        .map((entry) => ({
            subnetId: read(entry).text("subnetId"),
            ip: canonicalAddress(read(entry).text("ip")) ?? "",
            ipv6: canonicalAddress(read(entry).text("ipv6")) ?? "",
        }));
}

/** The network interfaces of a resolver endpoint, one per address. */
export function interfacesOf(scope: Scope, endpoint: ResolverEndpoint): NetworkInterface[] {
    return list(scope, "networkInterfaces").filter((each) => each.ownedBy === endpoint.id);
}

/** Gives an endpoint one interface per wanted address, those that still fit kept, and returns it with their IDs. */
export function settleInterfaces(
    scope: Scope,
    endpoint: ResolverEndpoint,
    wanted: WantedAddress[],
    subnets: Subnet[],
): ResolverEndpoint {
    const left = interfacesOf(scope, endpoint);
    const addressIds: { [key: string]: string } = {};
    const next = wanted.map((address, index) => {
        const fitting = left.findIndex((each) => fits(each, address, endpoint.type));
        const [kept] = fitting === -1 ? [] : left.splice(fitting, 1);
        const settled = kept ?? newInterface(scope, endpoint, address, subnets[index]);
        put(scope.world, "networkInterfaces", settled);
        return settled;
    });
    for (const each of left) {
        remove(scope.world, "networkInterfaces", each.id);
    }
    for (const { id } of next) {
        addressIds[id] = endpoint.addressIds[id] ?? `rni-${issueHex(scope.world, 17)}`;
    }
    return { ...endpoint, addressIds };
}

function fits(found: NetworkInterface, wanted: WantedAddress, type: string): boolean {
    const isSame = (one: string, other: string) => other === "" || one === other;
    return (
        found.subnetId === wanted.subnetId &&
        (found.privateIp !== "") === (type !== "IPV6") &&
        (found.ipv6Address !== "") === (type !== "IPV4") &&
        isSame(found.privateIp, wanted.ip) &&
        isSame(found.ipv6Address, wanted.ipv6)
    );
}

function newInterface(
    scope: Scope,
    endpoint: ResolverEndpoint,
    wanted: WantedAddress,
    subnet: Subnet | undefined,
): NetworkInterface {
    const id = issueId(scope.world, "eni");
    const { type } = endpoint;
    const taken = takenAddresses(scope.world, wanted.subnetId);
    return {
        id,
        account: scope.account,
        region: scope.region,
        tags: {},
        vpcId: endpoint.vpcId,
        subnetId: wanted.subnetId,
        privateIp: type === "IPV6" ? "" : choose(taken, wanted.ip, subnet?.cidrBlock ?? ""),
        ipv6Address: type === "IPV4" ? "" : choose(taken, wanted.ipv6, subnet?.ipv6CidrBlock ?? ""),
        securityGroupIds: endpoint.securityGroupIds,
        interfaceType: "interface",
        description: `Route 53 Resolver: ${endpoint.id}`,
        ownedBy: endpoint.id,
    };
}

function choose(taken: Set<string>, wanted: string, cidr: string): string {
    const address = wanted === "" ? freeAddress(cidr, taken) : wanted;
    const isPossible =
        address !== undefined &&
        isIn(address, cidr) &&
        !isReserved(address, cidr) &&
        !taken.has(address);
    if (isPossible) {
        return address;
    }
    throw new AwsError(
        "InvalidRequestException",
        wanted === ""
            ? `There is no free IP address in ${cidr}.`
            : `The IP address ${wanted} is not a free one of ${cidr}.`,
    );
}
