/** Where packets come from. */
export interface Client {
    /** VPC of the client; absent for one on the premises. */
    vpcId?: string;
    address: string;
    /** Subnet of the client, where it matters. */
    subnetId?: string;
    /** Groups of the client's own interface, for rules that name a group. Defaults to none. */
    securityGroupIds?: string[];
    /** Public IPv4 address of the client, or true where it has one that is not known. Defaults to none. */
    publicAddress?: string | boolean;
}
