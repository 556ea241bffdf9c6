import { ANY_COMMERCIAL_REGION, findHosts, type Host } from "../domain/hostNames";
import { type Problem, problem } from "../domain/problem";
import { findPartition } from "../domain/regions";
import { type EksService, serviceFacts } from "../domain/services";

/** What decides which host names there are. */
interface HostArgs {
    services: EksService[];
    region?: string;
}

/** The host names that are shared, planned before the region is known: only their keys and services count. */
export function planHosts({ services, region = ANY_COMMERCIAL_REGION }: HostArgs): Host[] {
    return findHosts(services, region);
}

/** Services that have no host name of their own in the region; a region of no known form is not judged. */
export function checkHosts(args: HostArgs): Problem[] {
    const hosts = planHosts(args);
    const place = args.region ?? "the commercial partition";
    if (args.region !== undefined && findPartition(args.region) === undefined) {
        return [];
    }
    return args.services.flatMap((service, i) => {
        const path = `services[${i}]`;
        if (!serviceFacts(service).hasPrivateDns) {
            const reason =
                `${service} has no host name that could be shared: AWS points the public name of a capability at the ` +
                "endpoint that its networkAccess.vpceIds names; leave it out";
            return problem(path, reason);
        }
        const own = hosts.filter((host) => host.service === service);
        if (own.length === 0) {
            const reason = `no source gives a host name of ${service} in ${place}; leave it out`;
            return problem(path, reason);
        }
        const taken = hosts
            .slice(
                0,
                hosts.findIndex((host) => host.service === service),
            )
            .find(({ hostName }) => own.some((host) => host.hostName === hostName));
        const reason = `${service} has the same host name as ${taken?.service} in ${place}; name one of the two`;
        return taken === undefined ? [] : problem(path, reason);
    });
}

/** Resources are planned before the region is known; only the keys of their hosts have to be right by then. */
export function checkPlannedHosts(args: HostArgs, region: string): Problem[] {
    const keysOf = (hosts: Host[]): string => hosts.map(({ key }) => key).join();
    const reason = `is missing, and in ${region} the services have other host names than elsewhere; give region: "${region}"`;
    return keysOf(planHosts(args)) === keysOf(findHosts(args.services, region))
        ? []
        : problem("region", reason);
}
