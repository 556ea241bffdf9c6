import {
    ALL_SERVICES,
    type EksService,
    findHostNames,
    findHosts,
    findPartition,
} from "eks-privatelink/domain";

/** A host name that clients of EKS services use. */
export interface EksHost {
    hostName: string;
    region: string;
    /** More than one where services share a host, as `eks` and `eks-fips` do in GovCloud. */
    services: EksService[];
}

/** Reads a DNS name as the host name of EKS services; undefined for any other name. */
export function findEksHost(name: string): EksHost | undefined {
    const hostName = normalizeName(name);
    const region = hostName.split(".").find((label) => findPartition(label) !== undefined);
    const hosts = region === undefined ? [] : findHosts(ALL_SERVICES, region);
    const services = hosts.filter((host) => host.hostName === hostName);
    return region === undefined || services.length === 0
        ? undefined
        : { hostName, region, services: services.map(({ service }) => service) };
}

/** Whether any host name of a service is among these. */
export function hasHostAmong(
    names: string[],
    { service, region }: { service: EksService; region: string },
): boolean {
    const known = names.map(normalizeName);
    return findHostNames(service, region).some((name) => known.includes(name));
}

/** A DNS name in lower case without the dot at its end. */
export function normalizeName(name: string): string {
    return name.toLowerCase().replace(/\.$/, "");
}
