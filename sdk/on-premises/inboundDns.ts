import { ComponentResource, ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { demand, derive, together, unchecked } from "../checks/checked";
import { ChildScope } from "../endpoint-set/scope";
import { EksInboundDnsArgs } from "./args";
import { writeForwarders } from "./forwarders";
import { createResolverEndpoint } from "./resolverEndpoint";
import { resolveArgs } from "./resolveArgs";
import { createSecurityGroup } from "./securityGroup";
import { verifyHostNames } from "./verify/connection";
import { verifySubnets } from "./verify/subnets";
import { verifiedVpcId } from "./verify/vpc";

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
    constructor(name: string, args: EksInboundDnsArgs, opts?: ComponentResourceOptions) {
        const resolved = resolveArgs(name, args);
        super("eks-privatelink:index:EksInboundDns", name, args, opts);
        const { region, tags } = resolved;
        const scope: ChildScope = { name, parent: this, region, tags };
        const hostNames = verifyHostNames(resolved, scope);
        const vpcId = demand(verifiedVpcId(resolved, scope));
        const subnets = verifySubnets(resolved, scope);
        // The children wait for the connection without having it in their inputs: where a preview does not know all of it,
        // an input would look changed, and a changed VPC would replace the security group.
        const options = { parent: this, dependsOn: demand(derive(hostNames, () => [])) };

        const group = createSecurityGroup(vpcId, resolved, scope, options);
        const endpoint = createResolverEndpoint(subnets, group.id, resolved, scope, options);

        const addresses = endpoint.ipAddresses.apply(addressesOf);
        const forwarded = together(hostNames, unchecked(addresses));
        const outputs = {
            resolverEndpointId: endpoint.id,
            securityGroupId: group.id,
            addresses,
            forwarders: demand(
                derive(forwarded, ([names, known]) => writeForwarders(names, known)),
            ),
        };
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}

/** Every address, in an order that stays: AWS keeps them as a set. */
function addressesOf(entries: { ip?: string; ipv6?: string }[]): string[] {
    const given = entries.flatMap(({ ip = "", ipv6 = "" }) => [ip, ipv6]);
    return given.filter((address) => address !== "").sort();
}
