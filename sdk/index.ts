export { readConnection } from "./connection/readConnection";
export { DnsRecordIpType, IpAddressType } from "./domain/addressing";
export type {
    EksEndpointConnection,
    EksEndpointConnectionConsumer,
    EksEndpointConnectionService,
} from "./connection/connection";
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
export type { EksEndpointConsumerArgs } from "./consumer/args";
export { EksEndpointConsumer } from "./consumer/endpointConsumer";
export { EksEndpointShare } from "./share/endpointShare";
export { ShareMethod } from "./connection/method";
export type { EksEndpointShareArgs, ShareConsumer } from "./share/args";
