import { findPartition, type Partition } from "./regions";
import { ALL_SERVICES, EksService } from "./services";

/**
 * Host names that clients of a service use in a region and that its endpoint answers for, IPv4 form first.
 * Empty where no source gives one. Source: the EKS page; for `eks`, `eks-fips` and `eks-auth` the SDK's endpoint rules.
 */
export function findHostNames(service: EksService, region: string): string[] {
    const partition = findPartition(region);
    if (partition === undefined) {
        return [];
    }
    const { dnsSuffix, dualStackDnsSuffix } = partition;
    switch (service) {
        case EksService.Eks:
            return [`eks.${region}.${dnsSuffix}`, `eks.${region}.${dualStackDnsSuffix}`];
        case EksService.EksFips:
            return [fipsHostName(region, partition), `eks-fips.${region}.${dualStackDnsSuffix}`];
        case EksService.EksAuth:
            // The SDKs have no other form: EKS Auth always uses the dual-stack suffix.
            return [`eks-auth.${region}.${dualStackDnsSuffix}`];
        case EksService.OidcEks:
            return [
                ...(isCommercialSuffix(partition) ? [`oidc.eks.${region}.${dnsSuffix}`] : []),
                ...(isCommercialSuffix(partition) || partition.id === "aws-cn"
                    ? [`oidc-eks.${region}.${dualStackDnsSuffix}`]
                    : []),
            ];
        case EksService.EksProxy:
            return isCommercialSuffix(partition)
                ? [
                      `eks-proxy.eks.${region}.${dnsSuffix}`,
                      `eks-proxy.${region}.${dualStackDnsSuffix}`,
                  ]
                : [];
        case EksService.EksCapabilities:
            // Each capability has a name of its own, which is public.
            return [];
    }
}

/** Region whose host names stand for those of an unknown one: their keys, and which hide which, are the same in the whole partition. */
export const ANY_COMMERCIAL_REGION = "us-east-1";

/** A host name, and what it is called in every region. */
export interface Host {
    /** Stable part of resource names: the service, with `-dual-stack` for the name under the dual-stack suffix. */
    key: string;
    service: EksService;
    hostName: string;
}

/** The host names of services in a region, each with its key. */
export function findHosts(services: EksService[], region: string): Host[] {
    const suffix = findPartition(region)?.dualStackDnsSuffix;
    return services.flatMap((service) =>
        findHostNames(service, region).map((hostName) => ({
            key: hostName.endsWith(`.${region}.${suffix}`) ? `${service}-dual-stack` : service,
            service,
            hostName,
        })),
    );
}

/** The EKS page gives the OIDC and proxy hosts under these suffixes only. */
function isCommercialSuffix({ id }: Partition): boolean {
    return id === "aws" || id === "aws-us-gov";
}

function fipsHostName(region: string, { id, dnsSuffix }: Partition): string {
    switch (id) {
        case "aws":
            return `fips.eks.${region}.${dnsSuffix}`;
        case "aws-us-gov":
            // The plain GovCloud host is the FIPS host.
            return `eks.${region}.${dnsSuffix}`;
        default:
            return `eks-fips.${region}.${dnsSuffix}`;
    }
}

/** Hosts that private DNS of a service hides, with the service whose endpoint answers for each. Source: facts of the EKS page. */
export function findShadowedHosts(
    service: EksService,
    region: string,
): { hostName: string; service: EksService }[] {
    const zones = findHostNames(service, region);
    return ALL_SERVICES.filter((other) => other !== service).flatMap((other) =>
        findHostNames(other, region)
            .filter((hostName) => zones.some((zone) => isBelow(hostName, zone)))
            .map((hostName) => ({ hostName, service: other })),
    );
}

/**
 * Hosts in an order in which none is hidden: a zone of a name hides all names below it, so those below come before it, each
 * with the keys of the hosts that it hides.
 */
export function orderHosts(hosts: Host[]): (Host & { hides: string[] })[] {
    const withHidden = hosts.map((host) => ({
        ...host,
        hides: hosts
            .filter(({ hostName }) => isBelow(hostName, host.hostName))
            .map(({ key }) => key),
    }));
    return withHidden.sort((a, b) => a.hides.length - b.hides.length);
}

function isBelow(hostName: string, zone: string): boolean {
    return hostName.endsWith(`.${zone}`);
}
