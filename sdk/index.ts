export { DnsRecordIpType, IpAddressType } from "./domain/addressing";
export type { EksEndpointConnection, EksEndpointConnectionService } from "./domain/connection";
export { FlowLogDestination, FlowLogTrafficType } from "./domain/flowLogs";
export { EksService } from "./domain/services";
export { SubnetSelection } from "./endpoint-set/args";
export type {
    EksEndpointSetArgs,
    EndpointIngressArgs,
    EndpointPolicyArgs,
    FlowLogsArgs,
} from "./endpoint-set/args";
export { EksEndpointSet } from "./endpoint-set/endpointSet";
