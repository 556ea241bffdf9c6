import { findRegionOfZone, type SubnetFamilies } from "eks-privatelink/domain";

import { findPointingTo, follow, joinLinks, type Links, sharedTargets } from "../stack/links";
import { findRegion } from "../stack/places";
import {
    DEFAULT_VPC,
    SUBNET_ASSOCIATION,
    SUBNET_RANGE,
    SUBNETS,
    VPC_ENDPOINT,
    VPC_RANGE,
    VPCS,
} from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import { describeResource, type StackResource } from "../stack/stackResource";
import { peek, type UnknownValue } from "../stack/unknownValues";
import { isGiven, peekString, readBoolean, readItems, readValue } from "../stack/values";
import type { EksEndpoint } from "./endpoints";

/** The VPC of an endpoint. */
export function vpcOf(stack: Stack, { resource }: EksEndpoint): Links {
    return follow(stack, resource, "vpcId", { types: VPCS });
}

/** The subnets of an endpoint, wherever they are associated. */
export function subnetsOf(stack: Stack, endpoint: EksEndpoint): Links {
    const associations = findSubnetAssociations(stack, endpoint).map((association) =>
        follow(stack, association, "subnetId", { types: SUBNETS }),
    );
    return joinLinks([
        follow(stack, endpoint.resource, "subnetIds", { types: SUBNETS }),
        ...associations,
    ]);
}

function findSubnetAssociations(stack: Stack, { resource }: EksEndpoint): StackResource[] {
    return findPointingTo(stack, resource, {
        from: [SUBNET_ASSOCIATION],
        property: "vpcEndpointId",
        types: [VPC_ENDPOINT],
    });
}

/** The resources that give VPCs further IPv4 ranges, among these VPCs. */
export function findFurtherRanges(stack: Stack, vpcs: Links): StackResource[] {
    return stack
        .ofType(VPC_RANGE)
        .filter(
            (each) => sharedTargets(follow(stack, each, "vpcId", { types: VPCS }), vpcs).size > 0,
        );
}

/** One of the two attributes by which a VPC resolves private names. */
export interface DnsAttribute {
    path: string;
    /** What AWS takes where the program leaves it out. */
    byDefault: boolean;
    isOn: { value?: boolean; unknown?: UnknownValue };
}

/** The DNS attributes of a VPC of this stack; what preview does not know of one leaves the other. */
export function readDnsAttributes({ type, given }: StackResource): DnsAttribute[] {
    const defaults = { enableDnsSupport: true, enableDnsHostnames: type === DEFAULT_VPC };
    return Object.entries(defaults).map(([path, byDefault]) => ({
        path,
        byDefault,
        isOn: peek(() => readBoolean(given, path) ?? byDefault),
    }));
}

/** The address families of a subnet of this stack. A range that preview does not know yet is a range. */
export function readSubnetFamilies(stack: Stack, subnet: StackResource): SubnetFamilies {
    const { given, name } = subnet;
    const ranges = ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength"];
    const added = findPointingTo(stack, subnet, {
        from: [SUBNET_RANGE],
        property: "subnetId",
        types: SUBNETS,
    });
    const hasIpv6Range = ranges.some((key) => isGiven(given, key)) || added.length > 0;
    const isIpv6Only = readBoolean(given, "ipv6Native") === true;
    return {
        subnetId: JSON.stringify(name),
        hasIpv4: !isIpv6Only,
        hasIpv6: hasIpv6Range || isIpv6Only,
    };
}

/** The zone of a subnet by name or ID; undefined where the program leaves it to AWS or preview does not know it. */
export function findZoneOf({ given, outputs }: StackResource): string | undefined {
    return (
        peekString(given, "availabilityZone") ??
        peekString(given, "availabilityZoneId") ??
        peekString(outputs, "availabilityZone")
    );
}

/** Regions that an endpoint is in, by what shows them: its provider, and the zones of its subnets. */
export function findPlaces(
    stack: Stack,
    endpoint: EksEndpoint,
): { what: string; region: string }[] {
    const ofSubnets = subnetsOf(stack, endpoint).resources.map((subnet) => ({
        what: describeResource(subnet),
        region: findRegionOfZone(findZoneOf(subnet) ?? "") ?? findRegion(subnet),
    }));
    return [{ what: "the endpoint", region: findRegion(endpoint.resource) }, ...ofSubnets].flatMap(
        ({ what, region }) => (region === undefined ? [] : [{ what, region }]),
    );
}

/** How many subnets an endpoint has at least; `unknown` where preview may not know all of them. */
export function countSubnets(
    stack: Stack,
    endpoint: EksEndpoint,
): { count: number; unknown?: UnknownValue } {
    const { items, unknown } = readItems(endpoint.resource.given, "subnetIds");
    const list = peek(() => readValue(endpoint.resource.given, "subnetIds"));
    const associations = findSubnetAssociations(stack, endpoint).length;
    // The provider keeps a set: what is named twice is one subnet.
    const named = new Set(items.map(({ value }) => value)).size;
    // An unknown item of a known list is one subnet; an unknown list may have any number.
    return list.unknown === undefined
        ? { count: named + unknown.length + associations }
        : { count: associations, unknown: list.unknown };
}
