import type { Input } from "@pulumi/pulumi";

import type { IpAddressType } from "../domain/addressing";

/** Arguments of EksInboundDns. */
export interface EksInboundDnsArgs {
    /** ID of the VPC that gets the Resolver endpoint: the endpoints' own, or one that is associated with their hosted zones. */
    vpcId: Input<string>;
    /** IDs of the subnets that get an address of the Resolver endpoint: two or more, in different zones. */
    subnetIds: Input<Input<string>[]>;
    /** The endpoints whose host names are forwarded: the `connection` output of an EksEndpointShare, or of an EksEndpointSet with private DNS in the same VPC. */
    // A typed input would be re-spelt in snake_case for Python.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    connection: Input<any>;
    /** The DNS servers outside AWS that may ask, on TCP and UDP port 53 only. */
    ingress: InboundDnsIngress;
    /** Address families of the Resolver endpoint. Defaults to `ipv4`. */
    ipAddressType?: IpAddressType;
    /** Region of the VPC. Defaults to the region of the provider. */
    region?: Input<string>;
    /** Whether to ask AWS, in previews too, if the subnets fit. Defaults to true; set it to false where the deployer may not describe them. */
    verify?: boolean;
    /** Tags of everything that is created. Defaults to `eks-privatelink`, which says the stack and the component; yours are added, and win. */
    tags?: Input<{ [key: string]: Input<string> }>;
}

/** Who may ask a Resolver endpoint. */
export interface InboundDnsIngress {
    /** IPv4 ranges. Defaults to none. */
    cidrBlocks?: Input<Input<string>[]>;
    /** IPv6 ranges; the Resolver endpoint has to have IPv6. Defaults to none. */
    ipv6CidrBlocks?: Input<Input<string>[]>;
}
