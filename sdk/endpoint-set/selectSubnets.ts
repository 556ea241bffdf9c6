import { Findings } from "../checks/later";
import { Problem } from "../domain/problem";
import { SubnetSelection } from "./args";
import { VerifiedService } from "./verify/services";
import { VerifiedSubnet } from "./verify/subnets";

/** The subnets in which a service gets its network interfaces. */
export interface SelectedSubnets extends Findings {
    subnetIds: string[];
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
    const kept = subnets.filter((_, i) => rejections[i] === undefined);
    const rejected: Problem[] = rejections.flatMap((reason, i) =>
        reason === undefined ? [] : [{ path: `subnetIds[${i}]`, reason }],
    );
    if (selection === SubnetSelection.Exact) {
        const wayOut = `leave it out, or set subnetSelection: "${SubnetSelection.SupportedZones}"`;
        const problems = rejected.map(({ path, reason }) => ({
            path,
            reason: `${reason}; ${wayOut}`,
        }));
        return { subnetIds: subnets.map(({ subnetId }) => subnetId), problems, warnings: [] };
    }
    const warnings = rejected.map(({ path, reason }) => `${path} is not used: ${reason}`);
    const problems =
        kept.length > 0
            ? []
            : [
                  {
                      path: "subnetIds",
                      reason: `no subnet is in a zone that ${service.service} serves; ${rejected.map(({ reason }) => reason).join("; ")}`,
                  },
              ];
    return { subnetIds: kept.map(({ subnetId }) => subnetId), problems, warnings };
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
): Findings & { byService: { [service: string]: string[] } } {
    const chosen = services.map((service) => selectSubnets(service, subnets, selection));
    const problems = chosen.flatMap((choice) => choice.problems);
    return {
        byService: Object.fromEntries(
            services.map(({ service }, i) => [service, chosen[i]?.subnetIds ?? []]),
        ),
        problems: [
            ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
        ],
        warnings: [...new Set(chosen.flatMap((choice) => choice.warnings))],
    };
}
