import type { Input } from "@pulumi/pulumi";

import type { ShareMethod } from "../connection/method";
import type { IpAddressType } from "../domain/addressing";
import type { EksService } from "../domain/services";

/** Arguments of EksEndpointShare. */
export interface EksEndpointShareArgs {
    /** What to share: the `connection` output of an EksEndpointSet with `privateDnsEnabled: false`. */
    // A typed input would be re-spelt in snake_case for Python.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    connection: Input<any>;
    /** Services whose host names are shared; the connection has to have an endpoint for each. Defaults to `eks`, `eks-auth` and `oidc-eks`. */
    services?: EksService[];
    /** Address families of the endpoints, which decide whether the zones get A records, AAAA records or both; as of the EksEndpointSet. Defaults to `ipv4`. */
    ipAddressType?: IpAddressType;
    /** VPCs that may use the endpoints, by a name of your choice (letters, digits, `.`, `_`, `-`) that must not change: at most 299 with `hostedZones`, 1,000 with `profile`. Before you remove one, destroy its EksEndpointConsumer. Defaults to none. */
    // Elements that are no Input have a type that Go does not know. Which consumers there are has to be plain all the same.
    consumers?: { [name: string]: Input<ShareConsumer> };
    /** How the host names reach the other VPCs. Changing it from `hostedZones` to `profile` only adds: the zones and everything of `consumers` stay. Defaults to `hostedZones`. */
    method?: ShareMethod;
    /** With `profile`, whom the profile is shared with inside the organisation: account IDs, ARNs of the organisation or of organisational units. Defaults to the accounts of `consumers`. */
    principals?: string[];
    /** Region of the endpoints; needed where services have other host names than in the commercial partition, as in China. Defaults to the region of the provider. */
    region?: string;
    /** Tags of what is created and can have tags: zones, profile and its RAM share. Defaults to `eks-privatelink`, which says the stack and the component; yours are added, and win. */
    tags?: Input<{ [key: string]: Input<string> }>;
}

/** A VPC that may use shared endpoints. */
export interface ShareConsumer {
    /** ID of the VPC, which must not be the endpoints' own. */
    vpcId: Input<string>;
    /** Account that owns the VPC, other than the hub's; its own stack associates the zones with an EksEndpointConsumer. Defaults to the hub's account, and then the zones are associated here. */
    accountId?: string;
    /** Region of the VPC, in the same partition; with `profile` it has to be that of the endpoints. An EksEndpointConsumer joins in the region of the endpoints only; elsewhere associate the zones with ZoneAssociations of your own. Defaults to the region of the endpoints. */
    region?: Input<string>;
}
