export { readConnection } from "./checks/connection";
export { DnsRecordIpType, IpAddressType } from "./domain/addressing";
export type {
    EksEndpointConnection,
    EksEndpointConnectionConsumer,
    EksEndpointConnectionService,
} from "./domain/connection";
export { FlowLogDestination, FlowLogTrafficType } from "./domain/flowLogs";
export { EksService } from "./domain/services";
export { SubnetSelection } from "./endpoint-set/args";
export type {
    EksEndpointSetArgs,
    EndpointIngress,
    EndpointPolicy,
    FlowLogs,
} from "./endpoint-set/args";
export { EksEndpointSet } from "./endpoint-set/endpointSet";
export type { EksInboundDnsArgs, InboundDnsIngress } from "./on-premises/args";
export { EksInboundDns } from "./on-premises/inboundDns";
export type { EksEndpointConsumerArgs } from "./sharing/consumerArgs";
export { EksEndpointConsumer } from "./sharing/endpointConsumer";
export { EksEndpointShare } from "./sharing/endpointShare";
export { ShareMethod } from "./sharing/shareArgs";
export type { EksEndpointShareArgs, ShareConsumer } from "./sharing/shareArgs";
