import type { Input } from "@pulumi/pulumi";

import type { ShareMethod } from "../connection/method";
import type { EksService } from "../domain/services";

/** Arguments of EksEndpointConsumer. */
export interface EksEndpointConsumerArgs {
    /** What the hub shares: the `connection` output of its EksEndpointShare, read through a stack reference and passed on unchanged. */
    // A typed input would be re-spelt in snake_case for Python.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    connection: Input<any>;
    /** ID of the VPC that is to use the endpoints; the account of the provider has to own it, and it needs `enableDnsSupport` and `enableDnsHostnames`. A VPC of the hub's own account needs no consumer where the share names it. */
    vpcId: Input<string>;
    /** Services that the hub shares and this VPC uses. Defaults to `eks`, `eks-auth` and `oidc-eks`. */
    services?: EksService[];
    /** How the hub shares the host names. Defaults to `hostedZones`; changing it to `profile` associates the profile before the zones go. */
    method?: ShareMethod;
    /** Region of the VPC, which has to be the endpoints'; needed outside the commercial partition, where services have other host names. Defaults to the region of the provider. */
    region?: string;
    /** Whether to ask AWS, in previews too, if the VPC and the organisation of this account fit the hub. Defaults to true; set it to false where the deployer may not describe them. */
    verify?: boolean;
    /** Tags of the profile association; associations of hosted zones have none. Defaults to `eks-privatelink`, which says the stack and the component; yours are added, and win. */
    tags?: Input<{ [key: string]: Input<string> }>;
}
