import { Findings } from "../../checks/later";
import { findHosts, findShadowedHosts } from "../../domain/hostNames";
import { Problem } from "../../domain/problem";
import { ALL_SERVICES, EksService } from "../../domain/services";
import { writeList } from "../../domain/wording";
import { ShareMethod } from "../shareArgs";
import { Joining } from "./joining";

/** How the host names of `services` differ from those that the hub shares. */
export function findHostProblems(joining: Joining): Findings {
    const { connection, hub } = joining;
    if (Object.keys(connection.hostedZoneIds).length === 0) {
        const reason =
            `is empty: this is the connection of an EksEndpointSet, which shares nothing by itself; give it to an ` +
            `EksEndpointShare in ${hub}, export the share's connection there, and read that one`;
        return { problems: [{ path: "connection.hostedZoneIds", reason }], warnings: [] };
    }
    const missing = findMissing(joining);
    const unused = findUnused(joining);
    return {
        problems: [...missing, ...unused.problems],
        warnings: unused.warnings,
    };
}

function findMissing({ args, connection, hub }: Joining): Problem[] {
    const { region, hostedZoneIds } = connection;
    const shared = sharedServices(connection);
    return args.services.flatMap((service, i): Problem[] => {
        const hosts = findHosts([service], region).map(({ hostName }) => hostName);
        const missing = hosts.filter((hostName) => !Object.hasOwn(hostedZoneIds, hostName));
        if (missing.length === 0) {
            return [];
        }
        const path = `services[${i}]`;
        if (missing.length < hosts.length) {
            const reason =
                `${hub} shares ${service} without ${missing.join(" and ")}; upgrade eks-privatelink there, run pulumi ` +
                "up, and pass its output on unchanged";
            return [{ path, reason }];
        }
        const rest = args.services.filter((each) => each !== service);
        const wayOut =
            rest.length === 0 ? "" : `, or leave it out here: services: ${writeList(rest)}`;
        const reason =
            `${hub} does not share ${service}; add it to the EksEndpointShare there: ` +
            `services: ${writeList([...shared, service])}${wayOut}`;
        return [{ path, reason }];
    });
}

/** Names that the hub shares and that this VPC leaves aside; a profile brings all of them, whatever is planned. */
function findUnused({ args, connection, hub }: Joining): Findings {
    if (args.method === ShareMethod.Profile) {
        return { problems: [], warnings: [] };
    }
    const { region, hostedZoneIds } = connection;
    const planned = findHosts(args.services, region).map(({ hostName }) => hostName);
    const isUnused = (hostName: string): boolean =>
        Object.hasOwn(hostedZoneIds, hostName) && !planned.includes(hostName);
    const unused = sharedServices(connection).filter((service) =>
        findHosts([service], region).some(({ hostName }) => isUnused(hostName)),
    );
    const hidden = args.services
        .flatMap((service) => findShadowedHosts(service, region))
        .filter(({ hostName }) => isUnused(hostName));
    const line = (services: EksService[]): string =>
        `services: ${writeList([...args.services, ...services])}`;
    if (hidden.length > 0) {
        const reason =
            `the zones of these services hide ${hidden.map(({ hostName }) => hostName).join(" and ")}, which ${hub} ` +
            `shares too; write ${line([...new Set(hidden.map(({ service }) => service))])}`;
        return { problems: [{ path: "services", reason }], warnings: [] };
    }
    const warning = `services: ${hub} also shares ${unused.join(" and ")}, which this VPC does not use; to use all, write ${line(unused)}`;
    return { problems: [], warnings: unused.length === 0 ? [] : [warning] };
}

/** Services whose host names all have a zone. */
function sharedServices({ region, hostedZoneIds }: Joining["connection"]): EksService[] {
    return ALL_SERVICES.filter((service) => {
        const hosts = findHosts([service], region);
        return (
            hosts.length > 0 &&
            hosts.every(({ hostName }) => Object.hasOwn(hostedZoneIds, hostName))
        );
    });
}
