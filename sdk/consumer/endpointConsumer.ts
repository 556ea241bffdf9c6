import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";

import { scopeOf } from "../component/scope";
import { withSecretTags } from "../component/secretTags";
import type { EksEndpointConsumerArgs } from "./args";
import { consumerArgs } from "./argsRules";
import { createAssociations } from "./associations";
import { outputsOf } from "./outputs";
import { verifyConsumer } from "./verify";

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
    public constructor(
        name: string,
        args: EksEndpointConsumerArgs,
        opts?: ComponentResourceOptions,
    ) {
        const resolved = consumerArgs.resolve(name, args);
        super(
            "eks-privatelink:index:EksEndpointConsumer",
            name,
            args,
            withSecretTags(resolved.tags, opts),
        );
        const scope = scopeOf(this, "EksEndpointConsumer", name, resolved);
        const verified = verifyConsumer(resolved, scope);

        createAssociations(verified, scope);

        const outputs = outputsOf(verified);
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}
