import { Findings } from "../findings";
import { isSameAccount, Owner, ownerOf } from "./accounts";
import { HostedZone, inlineVpcsOf, vpcOfAssociation, zoneOf } from "./hostedZones";
import { Links, targetsOf } from "./links";
import { ASSOCIATION_AUTHORIZATION, ZONE, ZONE_ASSOCIATION } from "./resourceTypes";
import { Stack } from "./stack";
import { describeResource, StackResource } from "./stackResource";
import { UnknownValue } from "./unknownValues";

/** A hosted zone of EKS and a VPC that are brought together, and that may belong to two accounts. */
export interface Crossing {
    /** The association, or the zone itself where it names the VPC. */
    resource: StackResource;
    zone: StackResource;
    vpc: Links;
    zoneOwner: Owner;
    vpcOwner: Owner;
    /** False where only the credentials show that the accounts may be two. */
    certain: boolean;
}

/** Everything that brings a hosted zone of EKS to a VPC of what may be another account. */
export function findCrossings(stack: Stack, zones: HostedZone[], findings: Findings): Crossing[] {
    const associated = stack.ofType(ZONE_ASSOCIATION).flatMap((resource) => {
        const vpc = vpcOfAssociation(stack, resource);
        const { resources, elsewhere, unknown } = zoneOf(stack, resource);
        findings.addUnknown(resource, unknown);
        for (const id of elsewhere) {
            const reason = `associates ${id}, which is not in this stack, so its account is not known`;
            findings.notApplicable.add(`${describeResource(resource)} ${reason}`);
        }
        return resources.map((zone) => ({ resource, zone, vpc }));
    });
    const inline = zones.map(({ resource }) => ({
        resource,
        zone: resource,
        vpc: inlineVpcsOf(stack, resource),
    }));
    return [...inline, ...associated]
        .filter(({ zone }) => isOfEks(zone, zones, findings))
        .flatMap(({ resource, zone, vpc }) =>
            toCrossings(resource, zone, vpc).filter(
                ({ vpcOwner, zoneOwner }) => isSameAccount(vpcOwner, zoneOwner) !== true,
            ),
        );
}

/** A VPC from elsewhere belongs to whoever makes the association: AWS lets nobody else make it. */
function toCrossings(resource: StackResource, zone: StackResource, vpc: Links): Crossing[] {
    const owned = [
        ...vpc.resources.map((each) => ({
            resources: [each],
            elsewhere: [],
            owner: ownerOf(each),
        })),
        ...vpc.elsewhere.map((id) => ({
            resources: [],
            elsewhere: [id],
            owner: ownerOf(resource),
        })),
    ];
    const zoneOwner = ownerOf(zone);
    return owned.flatMap(({ resources, elsewhere, owner }) =>
        owner === undefined || zoneOwner === undefined
            ? []
            : [
                  {
                      resource,
                      zone,
                      vpc: { resources, elsewhere },
                      zoneOwner,
                      vpcOwner: owner,
                      certain: isSameAccount(owner, zoneOwner) === false,
                  },
              ],
    );
}

function isOfEks(zone: StackResource, zones: HostedZone[], findings: Findings): boolean {
    const found = zones.find(({ resource }) => resource === zone);
    findings.addUnknown(zone, found?.unknownName);
    return found?.host !== undefined;
}

/** Whether the zone's side authorises a crossing. What preview does not know of an authorisation is noted, and counts. */
function isAuthorized(stack: Stack, { zone, vpc }: Crossing, findings: Findings): boolean {
    const { pairs, unknown } = stack.once(readAuthorizations);
    findings.addUnknowns(unknown);
    return (
        unknown.size > 0 || [...targetsOf(vpc).keys()].some((key) => pairs.has(pairOf(zone, key)))
    );
}

/** The pairs of zone and VPC that a stack authorises, and authorisations of which preview does not know both. */
function readAuthorizations(stack: Stack): {
    pairs: Set<string>;
    unknown: Map<StackResource, UnknownValue>;
} {
    const pairs = new Set<string>();
    const unknown = new Map<StackResource, UnknownValue>();
    for (const authorization of stack.ofType(ASSOCIATION_AUTHORIZATION)) {
        const zones = zoneOf(stack, authorization);
        const vpcs = vpcOfAssociation(stack, authorization);
        const value = zones.unknown ?? vpcs.unknown;
        if (value !== undefined) {
            unknown.set(authorization, value);
        }
        for (const zone of zones.resources) {
            for (const key of targetsOf(vpcs).keys()) {
                pairs.add(pairOf(zone, key));
            }
        }
    }
    return { pairs, unknown };
}

function pairOf({ urn }: StackResource, vpc: string): string {
    return `${urn} ${vpc}`;
}

/** Why AWS would refuse a crossing; undefined when it is in order. */
export function findCrossingProblem(
    stack: Stack,
    crossing: Crossing,
    findings: Findings,
): string | undefined {
    const { resource, zone, vpc, zoneOwner, vpcOwner, certain } = crossing;
    const vpcName = [...targetsOf(vpc).values()].join(", ");
    const across = certain
        ? `${vpcName} of account ${vpcOwner.accountId} and ${describeResource(zone)} of account ${zoneOwner.accountId}`
        : `${vpcName} and ${describeResource(zone)}, which are made with different credentials, so probably in two accounts,`;
    if (resource.type === ZONE) {
        return (
            `vpcs: brings together ${across} but a zone can name VPCs of its own account only; authorise the VPC with an ` +
            "aws.route53.VpcAssociationAuthorization and associate it with an aws.route53.ZoneAssociation of its own account"
        );
    }
    if (!isAuthorized(stack, crossing, findings)) {
        return (
            `brings together ${across} but nothing authorises it; add an aws.route53.VpcAssociationAuthorization for the two ` +
            "with the zone's provider"
        );
    }
    const maker = ownerOf(resource);
    return maker !== undefined && isSameAccount(maker, vpcOwner) === false
        ? `brings together ${across} with the credentials of account ${maker.accountId}; only the account of the VPC can ` +
              "associate it, so give it that account's provider"
        : undefined;
}
