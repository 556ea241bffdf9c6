import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";

import { scopeOf } from "../component/scope";
import { withSecretTags } from "../component/secretTags";
import type { EksInboundDnsArgs } from "./args";
import { inboundDnsArgs } from "./argsRules";
import { outputsOf } from "./outputs";
import { createResolverEndpoint } from "./resolverEndpoint";
import { createSecurityGroup } from "./securityGroup";
import { verifyInboundDns } from "./verify";

/**
 * Answers the DNS servers of networks behind Direct Connect or VPN: a Route 53 Resolver inbound endpoint, and what those
 * servers need to forward the host names of the EKS endpoints to it.
 */
export class EksInboundDns extends ComponentResource {
    /** ID of the Resolver endpoint. */
    public readonly resolverEndpointId!: Output<string>;
    /** ID of the security group in front of it. Rules attached to it from outside are removed by a later refresh and update: its rules are wholly owned. */
    public readonly securityGroupId!: Output<string>;
    /** IP addresses that DNS servers forward to. */
    public readonly addresses!: Output<string[]>;
    /** Settings that forward the host names, as text by DNS server: `bind`, `unbound`, `dnsmasq`, `coreDns`, `windows`. */
    public readonly forwarders!: Output<{ [server: string]: string }>;

    /**
     * @throws InputPropertiesError with every problem of the arguments that is known before anything is registered.
     */
    public constructor(name: string, args: EksInboundDnsArgs, opts?: ComponentResourceOptions) {
        const resolved = inboundDnsArgs.resolve(name, args);
        super(
            "eks-privatelink:index:EksInboundDns",
            name,
            args,
            withSecretTags(resolved.tags, opts),
        );
        const scope = scopeOf(this, "EksInboundDns", name, resolved);
        const verified = verifyInboundDns(resolved, scope);

        const group = createSecurityGroup(verified, scope);
        const endpoint = createResolverEndpoint(verified, group.id, scope);

        const outputs = outputsOf(verified, group, endpoint);
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}
