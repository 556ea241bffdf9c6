import { type Problem, problem } from "../domain/problem";
import { findServiceByName } from "../domain/services";
import type { ResolvedArgs } from "./defaults";

/** Problems of service names given by the user. */
export function checkServiceNames({ serviceNames, services }: ResolvedArgs): Problem[] {
    return Object.entries(serviceNames).flatMap(([service, name]) => {
        const path = `serviceNames.${service}`;
        if (!services.some((known) => known === service)) {
            return notInSet(path, services);
        }
        const named = findServiceByName(name);
        return named === undefined || named === service
            ? []
            : problem(path, `"${name}" is the name of ${named}, not of ${service}`);
    });
}

/** The problem of saying something about a service that the set has no endpoint for. */
export function notInSet(path: string, services: string[]): Problem[] {
    const reason = `the set has no endpoint for this service, only for ${services.join(", ")}; add it to services or remove this`;
    return problem(path, reason);
}
