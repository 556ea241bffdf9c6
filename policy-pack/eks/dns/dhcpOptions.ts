import { formatAddress, parseCidr } from "eks-privatelink/domain";

import { follow, type Links, sharedTargets, targetsOf } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import {
    DHCP_OPTIONS,
    DHCP_OPTIONS_ASSOCIATION,
    PROFILE_ASSOCIATION,
    VPC_ENDPOINT,
    VPCS,
    ZONE_ASSOCIATION,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peekString, readStrings } from "../../stack/values";
import { hasClusterIn } from "../clusters";
import { vpcOfAssociation, zoneOf } from "./hostedZones";
import { readPrivateNames } from "./privateNames";
import { findProfiles, profileOf } from "./profiles";

/** A VPC that gets private names of EKS, and whose clients ask DNS servers other than its resolver, which alone has them. */
export interface OtherServers {
    /** What brings the names: an endpoint, a zone, or the association of a zone or a profile. */
    source: StackResource;
    options: StackResource;
    servers: string[];
    /** The VPC, in words. */
    place: string;
}

/** Finds such VPCs by the DHCP options that this stack gives them. */
export function findOtherServers(stack: Stack, notes: Notes): OtherServers[] {
    return stack.ofType(DHCP_OPTIONS_ASSOCIATION).flatMap((association) => {
        const vpc = follow(stack, association, "vpcId", { types: VPCS });
        const [place] = targetsOf(vpc).values();
        const source = findSource(stack, vpc);
        if (place === undefined || source === undefined) {
            const { answers } = stack.once(readPrivateNames);
            notes.addUnknown(association, answers.length > 0 ? vpc.unknown : undefined);
            return [];
        }
        const links = follow(stack, association, "dhcpOptionsId", { types: [DHCP_OPTIONS] });
        notes.addMissing(association, "has DHCP options", links);
        return links.resources.flatMap((options) => {
            const { values, unknown } = readStrings(options.given, "domainNameServers");
            const servers = values.filter((server) => !isResolver(server, vpc));
            // One server too many is known whatever the others are.
            notes.addUnknown(options, ...(servers.length === 0 ? unknown : []));
            return servers.length === 0 ? [] : [{ source, options, servers, place }];
        });
    });
}

/** Whether a server is the VPC's resolver: by its name, its link-local addresses, or the address two above the VPC's first. */
function isResolver(server: string, vpc: Links): boolean {
    const ranges = vpc.resources.flatMap(
        ({ outputs }) => parseCidr(peekString(outputs, "cidrBlock") ?? "") ?? [],
    );
    const addresses = ranges.map(({ family, first }) => formatAddress(family, first + 2n));
    return ["amazonprovideddns", "169.254.169.253", "fd00:ec2::253", ...addresses].includes(
        server.trim().toLowerCase(),
    );
}

/** What brings names of EKS to a VPC: an endpoint of its own before an association, and an association before a zone. */
function findSource(stack: Stack, vpc: Links): StackResource | undefined {
    const here = stack
        .once(readPrivateNames)
        .answers.filter(({ places }) => isShared(places, vpc))
        .map(({ source }) => source);
    return (
        here.find(
            (source) =>
                source.type === VPC_ENDPOINT &&
                isShared(follow(stack, source, "vpcId", { types: VPCS }), vpc),
        ) ??
        findAssociation(stack, vpc, here) ??
        here[0]
    );
}

/**
 * An association that brings a VPC something of these. Of a zone or a profile of another stack nobody sees here what it holds,
 * so it counts where this pack's own components make the association, or the VPC has a cluster.
 */
function findAssociation(
    stack: Stack,
    vpc: Links,
    sources: StackResource[],
): StackResource | undefined {
    const profiles = stack
        .once(findProfiles)
        .filter(({ carried }) => carried.resources.some((each) => sources.includes(each)));
    const associations = [
        ...stack.ofType(ZONE_ASSOCIATION).map((association) => {
            const zone = zoneOf(stack, association);
            const place = vpcOfAssociation(stack, association);
            const brings = zone.resources.some((each) => sources.includes(each));
            return { association, place, target: zone, brings };
        }),
        ...stack.ofType(PROFILE_ASSOCIATION).map((association) => {
            const profile = profileOf(stack, association);
            const place = follow(stack, association, "resourceId", { types: VPCS });
            const brings = profiles.some((each) => isShared(each.profile, profile));
            return { association, place, target: profile, brings };
        }),
    ].filter(({ place }) => isShared(place, vpc));
    return associations.find(
        ({ association, target, brings }) =>
            brings ||
            (target.resources.length === 0 &&
                (isOfComponent(stack, association) || hasClusterIn(stack, vpc))),
    )?.association;
}

function isOfComponent(stack: Stack, association: StackResource): boolean {
    return stack.ancestorsOf(association).some(({ type }) => type.startsWith("eks-privatelink:"));
}

function isShared(one: Links, other: Links): boolean {
    return sharedTargets(one, other).size > 0;
}
