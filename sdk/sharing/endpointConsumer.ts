import { ComponentResource, ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { demand, derive } from "../checks/checked";
import { findHostNames } from "../domain/hostNames";
import { clientEnvironment } from "../endpoint-set/clientEnvironment";
import { ChildScope } from "../endpoint-set/scope";
import { lookCaller } from "../lookups/caller";
import { associate } from "./associate";
import { EksEndpointConsumerArgs } from "./consumerArgs";
import { resolveConsumerArgs } from "./resolveConsumerArgs";
import { verifyConsumer } from "./verifyConsumer";

/**
 * Lets a VPC use endpoints that another stack shares, usually of another account: checks that the hub admits it, then
 * associates the hosted zones or the profile.
 */
export class EksEndpointConsumer extends ComponentResource {
    /** Host names that lead to the endpoints inside the VPC, by service. The Kubernetes API is not among them: it has the cluster's own private endpoint. */
    public readonly hostNames!: Output<{ [service: string]: string[] }>;
    /** Environment variables that AWS CLI and SDKs need to use the endpoints. */
    public readonly clientEnvironment!: Output<{ [variable: string]: string }>;

    /**
     * @throws InputPropertiesError with every problem of the arguments that is known before anything is registered.
     */
    constructor(name: string, args: EksEndpointConsumerArgs, opts?: ComponentResourceOptions) {
        const resolved = resolveConsumerArgs(name, args);
        super("eks-privatelink:index:EksEndpointConsumer", name, args, opts);
        const scope: ChildScope = {
            name,
            parent: this,
            region: resolved.region,
            tags: resolved.tags,
        };
        const caller = lookCaller(scope);
        associate(resolved, verifyConsumer(resolved, caller, scope), scope);

        const { services } = resolved;
        const outputs = {
            hostNames: demand(
                derive(caller, ({ region }) =>
                    Object.fromEntries(
                        services.map((service) => [service, findHostNames(service, region)]),
                    ),
                ),
            ),
            // Inside the VPC the usual host names lead to the endpoints, as with private DNS.
            clientEnvironment: demand(
                derive(caller, ({ region }) =>
                    clientEnvironment({ region, services, privateDnsEnabled: true }),
                ),
            ),
        };
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}
