import type { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { EndpointPrivateDns } from "@pulumi/aws/vpc/endpointPrivateDns";

import { behind } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { ANY_COMMERCIAL_REGION, findShadowedHosts } from "../domain/hostNames";
import { type EksService, serviceFacts } from "../domain/services";
import { childNames } from "./names";
import type { VerifiedSet } from "./verify";
import { verifyOwnNames } from "./verify/privateDns";

/**
 * Switches private DNS of the endpoints on, each when it is available, or off. A switch that is gone would leave private DNS
 * as it is, so it is there in both cases. Source: terraform-provider-aws, internal/service/ec2/vpc_endpoint_private_dns.go.
 */
export function createPrivateDns(
    { args, switched }: VerifiedSet,
    endpoints: Map<EksService, VpcEndpoint>,
    { name, parent, region }: ChildScope,
): EndpointPrivateDns[] {
    const { privateDnsEnabled } = args;
    const plans = orderByHiding(
        [...endpoints]
            .map(([service, endpoint]) => ({ service, endpoint }))
            .filter(({ service }) => serviceFacts(service).hasPrivateDns),
    );
    const created = new Map<EksService, EndpointPrivateDns>();
    // A name hides those below it: it is given after them, and taken away before them.
    for (const { service, endpoint, hides } of privateDnsEnabled ? plans : plans.toReversed()) {
        const dependsOn = plans
            .filter((other) =>
                privateDnsEnabled ? hides.includes(other.service) : other.hides.includes(service),
            )
            .flatMap((other) => created.get(other.service) ?? []);
        const own = verifyOwnNames(switched, service, endpoint, args);
        created.set(
            service,
            new EndpointPrivateDns(
                childNames.privateDns(name, service),
                {
                    vpcEndpointId: endpoint.id,
                    // A preview knows this of a new endpoint too, so it fails as well.
                    privateDnsEnabled: behind(own, privateDnsEnabled),
                    region,
                },
                { parent, dependsOn },
            ),
        );
    }
    return [...created.values()];
}

/** Plans with the services whose names private DNS of each hides, these before it; which these are is the same in all regions that have them. */
export function orderByHiding<T extends { service: EksService }>(
    plans: T[],
): (T & { hides: EksService[] })[] {
    return plans
        .map((plan) => ({
            ...plan,
            hides: findShadowedHosts(plan.service, ANY_COMMERCIAL_REGION).map(
                (host) => host.service,
            ),
        }))
        .sort((a, b) => a.hides.length - b.hides.length);
}
