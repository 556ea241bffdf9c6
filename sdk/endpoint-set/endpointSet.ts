import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";

import { scopeOf } from "../component/scope";
import { withSecretTags } from "../component/secretTags";
import { rememberSet } from "../connection/askedSets";
import type { EksEndpointSetArgs } from "./args";
import { setArgs } from "./argsRules";
import { connectionOf } from "./connection";
import { createEndpoints } from "./endpoints";
import { createFlowLog } from "./flowLog";
import { outputsOf } from "./outputs";
import { createPrivateDns } from "./privateDns";
import { createSecurityGroup } from "./securityGroup";
import { verifySet } from "./verify";

/**
 * Interface endpoints for Amazon EKS in one VPC: the EKS API, EKS Auth and the OIDC issuer, with private DNS, a security
 * group, endpoint policies and flow logs. The Kubernetes API does not go through them: it has the cluster's own private
 * endpoint (`endpointPrivateAccess`).
 */
export class EksEndpointSet extends ComponentResource {
    /** Endpoint IDs by service, for example `eks-auth`. */
    public readonly endpointIds!: Output<{ [service: string]: string }>;
    /** Endpoint ARNs by service. */
    public readonly endpointArns!: Output<{ [service: string]: string }>;
    /** Names of the endpoint services by service. */
    public readonly serviceNames!: Output<{ [service: string]: string }>;
    /** Host names that clients use, by service; with private DNS they resolve to the endpoints inside the VPC. The Kubernetes API is not among them: it has the cluster's own private endpoint. */
    public readonly hostNames!: Output<{ [service: string]: string[] }>;
    /** The endpoints' own DNS names for the whole region, by service. */
    public readonly regionalDnsNames!: Output<{ [service: string]: string }>;
    /** IP addresses of the endpoints by service, one a subnet and address family. */
    public readonly addresses!: Output<{ [service: string]: string[] }>;
    /** Network interface IDs by service, one a subnet. */
    public readonly networkInterfaceIds!: Output<{ [service: string]: string[] }>;
    /** ID of the managed security group, or of the first of your own. Rules attached to the managed group from outside are removed by a later refresh and update: its rules are wholly owned. */
    public readonly securityGroupId!: Output<string>;
    /** ID of the VPC's flow log, the existing one where one was given; absent without a flow log. */
    public readonly flowLogId?: Output<string>;
    /** ARN of the log group, bucket or delivery stream of the flow log; absent without a created flow log. */
    public readonly flowLogDestinationArn?: Output<string>;
    /** Endpoint policies as JSON by service; a service that takes none is absent. */
    public readonly policyDocuments!: Output<{ [service: string]: string }>;
    /** Environment variables that AWS CLI and SDKs need to use the endpoints. */
    public readonly clientEnvironment!: Output<{ [variable: string]: string }>;
    /** US dollars a month for the endpoints, without data and log ingestion; absent where no price is known for the region. */
    public readonly monthlyCostUsd?: Output<number>;
    /** What other stacks have to know to use the endpoints; its form is that of EksEndpointConnection. */
    // A typed output would be re-spelt in snake_case by a Python program, and then no other language could read it.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    public readonly connection!: Output<any>;

    /**
     * @throws InputPropertiesError with every problem of the arguments that is known before anything is registered.
     */
    public constructor(name: string, args: EksEndpointSetArgs, opts?: ComponentResourceOptions) {
        const resolved = setArgs.resolve(name, args);
        super(
            "eks-privatelink:index:EksEndpointSet",
            name,
            args,
            withSecretTags(resolved.tags, opts),
        );
        const scope = scopeOf(this, "EksEndpointSet", name, resolved);
        const verified = verifySet(resolved, scope);

        const securityGroupIds = verified.securityGroupIds ?? [
            createSecurityGroup(verified, scope).id,
        ];
        const endpoints = createEndpoints(verified, securityGroupIds, scope);
        rememberSet([this, ...endpoints.values()], resolved, resolved.vpcId);
        const privateDns = createPrivateDns(verified, endpoints, scope);
        const flowLog = createFlowLog(verified, scope);

        const outputs = {
            ...outputsOf(verified, { endpoints, securityGroupIds, flowLog }),
            connection: connectionOf(verified, endpoints, privateDns),
        };
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}
