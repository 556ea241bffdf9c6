import type { Input } from "@pulumi/pulumi";

import { checkVpcId } from "../domain/identifiers";
import { type Problem, problem } from "../domain/problem";
import { checkRegion } from "../domain/regions";
import { ALL_SERVICES, type EksService } from "../domain/services";
import { findRepeated } from "./lists";

// Checks of the arguments that several components have, as far as they are known.

/** Problems of a list of services. */
export function checkServices({ services }: { services: EksService[] }): Problem[] {
    if (services.length === 0) {
        const allowed = ALL_SERVICES.join(", ");
        const reason = `is empty; name at least one of ${allowed}, or leave it out for the default`;
        return problem("services", reason);
    }
    return findRepeated(services).flatMap(({ index, value }) =>
        problem(
            `services[${index}]`,
            `"${value}" is there twice; there is one endpoint a service, so name it once`,
        ),
    );
}

/** Problems of the ID of a VPC. */
export function checkKnownVpcId({ vpcId }: { vpcId: Input<string> }): Problem[] {
    return typeof vpcId === "string" ? checkVpcId(vpcId) : [];
}

/** Problems of the name of a region. */
export function checkKnownRegion({ region }: { region?: Input<string> }): Problem[] {
    return typeof region === "string" ? checkRegion(region) : [];
}
