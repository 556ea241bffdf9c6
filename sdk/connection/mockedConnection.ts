import { STACK_REFERENCE } from "../checks/conclude";
import { sayMissing } from "../checks/missingAnswers";
import { DnsRecordIpType, IpAddressType } from "../domain/addressing";
import { MOCKED } from "../lookups/caller";
import { CONNECTION_SCHEMA_VERSION, type EksEndpointConnection } from "./connection";

/** A connection as a component sees it. */
export interface KnownConnection extends EksEndpointConnection {
    /** Whether it stands for one that the mocks of a unit test leave out, so that nothing can be compared with it. */
    isMocked?: boolean;
}

/** Stands for the connection that the mocks of a unit test leave out. */
export function mockConnection(): KnownConnection {
    sayMissing("newResource", STACK_REFERENCE, ["outputs.connection"]);
    return EMPTY;
}

const EMPTY: KnownConnection = {
    isMocked: true,
    schemaVersion: CONNECTION_SCHEMA_VERSION,
    ...MOCKED,
    partition: "aws",
    vpcId: "",
    services: {},
    hostedZoneIds: {},
    admitted: { cidrBlocks: [], ipv6CidrBlocks: [], prefixListIds: [], securityGroupIds: [] },
    perimeter: { organizationIds: [], organizationPaths: [], accountIds: [] },
    ipAddressType: IpAddressType.Ipv4,
    dnsRecordIpType: DnsRecordIpType.Ipv4,
    privateDnsEnabled: false,
};
