import {
    DnsRecordIpType,
    type EksService,
    ENDPOINT_TYPE,
    familiesOf,
    findServiceByName,
    IpAddressType,
    type IpFamily,
} from "eks-privatelink/domain";

import type { Notes } from "../stack/notes";
import { VPC_ENDPOINT } from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stackResource";
import { peek } from "../stack/unknownValues";
import { peekString, readItems, readString, readValue } from "../stack/values";
import { normalizeName } from "./hosts";

/** An interface endpoint of an EKS service, whoever wrote it. */
export interface EksEndpoint {
    resource: StackResource;
    service: EksService;
    serviceName: string;
    region: string;
}

/**
 * Reads an endpoint of an EKS service; undefined for any other resource. The service alone decides: `vpcEndpointType`
 * left out means `Gateway` to the provider, but no EKS service has gateway endpoints.
 */
export function readEndpoint(resource: StackResource): EksEndpoint | undefined {
    if (resource.type !== VPC_ENDPOINT) {
        return undefined;
    }
    const serviceName = readString(resource.given, "serviceName") ?? "";
    const service = findServiceByName(serviceName);
    const region = /com\.amazonaws\.([^.]+)\./.exec(serviceName)?.[1];
    return service === undefined || region === undefined
        ? undefined
        : { resource, service, serviceName, region };
}

/**
 * Whether an endpoint may have network interfaces, and with them subnets, groups and private names. Anything but
 * `Interface` AWS refuses for EKS; `endpoint-type-interface` says so, and advice for an interface endpoint is of no use before.
 */
export function mayBeInterface({ resource }: EksEndpoint): boolean {
    const { value, unknown } = peek(() => readString(resource.given, "vpcEndpointType"));
    return unknown !== undefined || value === ENDPOINT_TYPE;
}

/** The EKS endpoints of a stack. Those whose service preview does not know are noted as unknown. */
export function findEndpoints(stack: Stack, notes: Notes): EksEndpoint[] {
    const endpoints = stack
        .ofType(VPC_ENDPOINT)
        .flatMap((resource) => notes.attempt(resource, () => readEndpoint(resource)) ?? []);
    if (endpoints.length === 0) {
        notes.notApplicable.add("the stack has no EKS endpoint");
    }
    return endpoints;
}

/** The IP address type of an endpoint: what the program gives, otherwise IPv4. */
export function readIpAddressType({ resource }: EksEndpoint): string {
    return readString(resource.given, "ipAddressType") ?? IpAddressType.Ipv4;
}

/** Address families in which the own DNS name of an endpoint answers. */
export function readFamilies(endpoint: EksEndpoint): IpFamily[] {
    const recordType = readString(
        readValue(endpoint.resource.given, "dnsOptions"),
        "dnsRecordIpType",
    );
    const families = familiesOf(readIpAddressType(endpoint));
    return recordType === DnsRecordIpType.Ipv4 || recordType === DnsRecordIpType.Ipv6
        ? families.filter((family) => family === recordType)
        : families;
}

/** The endpoint of any service, among those of this stack, that has a DNS name. */
export function findEndpointByDnsName(stack: Stack, dnsName: string): StackResource | undefined {
    return stack
        .ofType(VPC_ENDPOINT)
        .find(({ outputs }) =>
            readItems(outputs, "dnsEntries").items.some(
                ({ value }) =>
                    normalizeName(peekString(value, "dnsName") ?? "") === normalizeName(dnsName),
            ),
        );
}
