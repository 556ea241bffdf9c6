import type { FlowLog } from "@pulumi/aws/ec2/flowLog";
import type { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { all, type Input, type Output, output } from "@pulumi/pulumi";

import { demand, derive, together } from "../checks/checked";
import { clientEnvironment } from "../component/clientEnvironment";
import type { List } from "../component/lists";
import { findHostNames } from "../domain/hostNames";
import { findMonthlyCost } from "../domain/prices";
import { EksService } from "../domain/services";
import type { VerifiedSet } from "./verify";

/** What a set has created. */
export interface Created {
    endpoints: Map<EksService, VpcEndpoint>;
    securityGroupIds: List;
    flowLog?: FlowLog;
}

/** The outputs of a set, all but its connection. */
export function outputsOf(
    { args, caller, networkInterfaces, endpoints: verified, existingFlowLogId }: VerifiedSet,
    { endpoints, securityGroupIds, flowLog }: Created,
) {
    const eks = args.privateDnsEnabled ? undefined : endpoints.get(EksService.Eks);
    return {
        endpointIds: byService(endpoints, "id"),
        endpointArns: byService(endpoints, "arn", orNone),
        serviceNames: byService(endpoints, "serviceName", orNone),
        hostNames: demand(
            derive(caller, ({ region }) =>
                recordOf(args.services, (service) => findHostNames(service, region)),
            ),
        ),
        regionalDnsNames: byService(endpoints, "dnsEntries", regionalDnsName),
        addresses: byService(endpoints, "subnetConfigurations", (interfaces) =>
            orEmpty(interfaces).flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter(isAddress)),
        ),
        networkInterfaceIds: byService(endpoints, "networkInterfaceIds", orEmpty),
        securityGroupId: output(securityGroupIds).apply(([first]) => first ?? ""),
        flowLogId: flowLog?.id ?? laterOf(existingFlowLogId),
        flowLogDestinationArn: flowLog?.logDestination,
        policyDocuments: demand(
            derive(together(...verified.map(({ policy }) => policy)), withPolicy),
        ),
        clientEnvironment:
            eks === undefined
                ? demand(derive(caller, ({ region }) => clientEnvironment({ ...args, region })))
                : all([demand(caller), eks.dnsEntries]).apply(([{ region }, entries]) =>
                      clientEnvironment({ ...args, region, eksDnsName: regionalDnsName(entries) }),
                  ),
        // Nothing at all where no price is known, which the type of an optional output cannot say.
        monthlyCostUsd: demand(
            derive(together(caller, networkInterfaces), ([{ region }, count]) =>
                findMonthlyCost(region, count),
            ),
        ) as Output<number>,
    };

    function withPolicy(policies: (string | undefined)[]): { [service: string]: string } {
        const entries = verified.map(({ service }, i) => [service, policies[i]] as const);
        return Object.fromEntries(
            entries.filter((entry): entry is [EksService, string] => entry[1] !== undefined),
        );
    }
}

/** The endpoint's own DNS name for the whole region, which AWS lists first. */
export function regionalDnsName(entries: { dnsName: string }[] | undefined): string {
    return entries?.[0]?.dnsName ?? "";
}

// The mocks of a unit test may leave out what AWS always says.
function orNone(text: string | undefined): string {
    return text ?? "";
}

function orEmpty<T>(list: T[] | undefined): T[] {
    return list ?? [];
}

/** One property of the endpoints, by service. One layer of Outputs only: behind a failed endpoint each layer costs time. */
function byService<K extends keyof VpcEndpoint, T = OutputValue<VpcEndpoint[K]>>(
    endpoints: Map<EksService, VpcEndpoint>,
    property: K,
    read: (value: OutputValue<VpcEndpoint[K]>) => T = (value) => value as unknown as T,
): Output<{ [service: string]: T }> {
    const services = [...endpoints.keys()];
    const values = [...endpoints.values()].map((endpoint) => endpoint[property]);
    return output(values as Output<unknown>[]).apply((known) =>
        recordOf(services, (_, i) => read(known[i] as OutputValue<VpcEndpoint[K]>)),
    );
}

type OutputValue<T> = T extends Output<infer U> ? U : never;

function recordOf<T>(
    services: EksService[],
    value: (service: EksService, index: number) => T,
): { [service: string]: T } {
    return Object.fromEntries(services.map((service, i) => [service, value(service, i)]));
}

function isAddress(address: string | undefined): address is string {
    return address !== undefined && address !== "";
}

function laterOf(value: Input<string> | undefined): Output<string> | undefined {
    return value === undefined ? undefined : output(value);
}
