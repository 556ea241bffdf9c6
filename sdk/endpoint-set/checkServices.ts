import { Problem } from "../domain/problem";
import { ALL_SERVICES, findServiceByName } from "../domain/services";
import { ResolvedArgs } from "./defaults";
import { repeated } from "./knownItems";

/** Problems of the list of services. */
export function checkServices({ services }: Pick<ResolvedArgs, "services">): Problem[] {
    if (services.length === 0) {
        const allowed = ALL_SERVICES.join(", ");
        return [
            {
                path: "services",
                reason: `is empty; name at least one of ${allowed}, or leave it out for the default`,
            },
        ];
    }
    return repeated(services).map(({ index, value }) => ({
        path: `services[${index}]`,
        reason: `"${value}" is there twice; there is one endpoint a service, so name it once`,
    }));
}

/** Problems of service names given by the user. */
export function checkServiceNames({ serviceNames, services }: ResolvedArgs): Problem[] {
    return Object.entries(serviceNames).flatMap(([service, name]) => {
        const path = `serviceNames.${service}`;
        if (!services.some((known) => known === service)) {
            return [notInSet(path, services)];
        }
        const named = findServiceByName(name);
        return named === undefined || named === service
            ? []
            : [{ path, reason: `"${name}" is the name of ${named}, not of ${service}` }];
    });
}

/** The problem of saying something about a service that the set has no endpoint for. */
export function notInSet(path: string, services: string[]): Problem {
    return {
        path,
        reason: `the set has no endpoint for this service, only for ${services.join(", ")}; add it to services or remove this`,
    };
}
