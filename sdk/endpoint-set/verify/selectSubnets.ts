import { type Problem, problem, warning, withoutRepetition } from "../../domain/problem";
import type { SubnetInfo } from "../../lookups/subnets";
import { SubnetSelection } from "../args";
import type { VerifiedService } from "./services";

/** A subnet, with what AWS says of it where AWS would say. */
export interface VerifiedSubnet {
    subnetId: string;
    info?: SubnetInfo;
}

/** The subnets in which a service gets its network interfaces, and what is to be said of the others. */
export interface SelectedSubnets {
    subnetIds: string[];
    problems: Problem[];
}

/**
 * Chooses the subnets of a service. Where AWS did not say in which zones subnets and service are, all of them are taken.
 * Source: the PrivateLink guide, "Subnets and Availability Zones": one subnet a zone, only zones that the service serves.
 */
export function selectSubnets(
    service: VerifiedService,
    subnets: VerifiedSubnet[],
    selection: SubnetSelection,
): SelectedSubnets {
    const rejections = subnets.map((subnet, i) => findRejection(service, subnets, subnet, i));
    const rejected = rejections.flatMap((reason, i) =>
        reason === undefined ? [] : [{ path: `subnetIds[${i}]`, reason }],
    );
    if (selection === SubnetSelection.Exact) {
        const wayOut = `leave it out, or set subnetSelection: "${SubnetSelection.SupportedZones}"`;
        const problems = rejected.flatMap(({ path, reason }) =>
            problem(path, `${reason}; ${wayOut}`),
        );
        return { subnetIds: subnets.map(({ subnetId }) => subnetId), problems };
    }
    const kept = subnets.filter((_, i) => rejections[i] === undefined);
    const reasons = rejected.map(({ reason }) => reason).join("; ");
    const nothing = `no subnet is in a zone that ${service.service} serves; ${reasons}`;
    return {
        subnetIds: kept.map(({ subnetId }) => subnetId),
        problems: [
            ...rejected.flatMap(({ path, reason }) => warning(path, `is not used: ${reason}`)),
            ...(kept.length > 0 ? [] : problem("subnetIds", nothing)),
        ],
    };
}

function findRejection(
    { service, info }: VerifiedService,
    subnets: VerifiedSubnet[],
    subnet: VerifiedSubnet,
    index: number,
): string | undefined {
    const zone = subnet.info?.availabilityZone;
    if (zone === undefined) {
        return undefined;
    }
    if (info !== undefined && !info.availabilityZones.includes(zone)) {
        return `${service} does not serve zone ${zone} of subnet ${subnet.subnetId}, only ${info.availabilityZones.join(", ")}`;
    }
    const first = subnets.findIndex(({ info: other }) => other?.availabilityZone === zone);
    return first < index
        ? `subnet ${subnet.subnetId} is in zone ${zone}, which already has ${subnets[first]?.subnetId}, and an endpoint takes one subnet a zone`
        : undefined;
}

/** The choice for every service of a set; what is wrong for several of them in the same way is said once. */
export function selectAll(
    services: VerifiedService[],
    subnets: VerifiedSubnet[],
    selection: SubnetSelection,
): { byService: { [service: string]: string[] }; problems: Problem[] } {
    const chosen = services.map((service) => selectSubnets(service, subnets, selection));
    return {
        byService: Object.fromEntries(
            services.map(({ service }, i) => [service, chosen[i]?.subnetIds ?? []]),
        ),
        problems: withoutRepetition(chosen.flatMap(({ problems }) => problems)),
    };
}
