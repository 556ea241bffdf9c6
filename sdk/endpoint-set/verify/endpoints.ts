import type { Input } from "@pulumi/pulumi";

import { type Checked, demand, derive } from "../../checks/checked";
import type { List } from "../../component/lists";
import type { Perimeter } from "../../domain/endpoint-policy";
import type { EksService } from "../../domain/services";
import type { ResolvedArgs } from "../defaults";
import { verifyPolicy } from "./endpointPolicies";
import type { VerifiedService } from "./services";
import type { VerifiedSubnets } from "./subnets";

/** What one endpoint is made of. */
export interface VerifiedEndpoint {
    service: EksService;
    serviceName: Input<string>;
    subnetIds: List;
    /** Undefined for a service that takes none. */
    policy: Checked<string | undefined>;
}

/** What the endpoint of each service is made of. */
export function verifyEndpoints(
    args: ResolvedArgs,
    services: Checked<VerifiedService[]>,
    subnets: VerifiedSubnets,
    perimeter: Checked<Perimeter>,
): VerifiedEndpoint[] {
    return args.services.map((service) => ({
        service,
        serviceName: demand(derive(services, (known) => serviceNameOf(service, known))),
        subnetIds: subnets.subnetIds(service),
        policy: verifyPolicy(service, args, perimeter, services),
    }));
}

function serviceNameOf(service: EksService, verified: VerifiedService[]): string {
    return verified.find((row) => row.service === service)?.serviceName ?? "";
}
