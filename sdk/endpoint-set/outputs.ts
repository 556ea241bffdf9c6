import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { all, Input, output, Output } from "@pulumi/pulumi";
import { Checked, demand, derive, together } from "../checks/checked";
import { findMonthlyCost } from "../domain/prices";
import { findHostNames } from "../domain/hostNames";
import { EksService } from "../domain/services";
import { CallerInfo } from "../lookups/caller";
import { clientEnvironment } from "./clientEnvironment";
import { ResolvedArgs } from "./defaults";
import { EndpointPlan } from "./endpoints";

/** What a set has created, and what was decided on the way. */
export interface Created {
    caller: Checked<CallerInfo>;
    plans: EndpointPlan[];
    networkInterfaces: Checked<number>;
    endpoints: Map<EksService, VpcEndpoint>;
    securityGroupIds: Input<Input<string>[]>;
    flowLog?: FlowLog;
}

/** The outputs of a set, all but its connection. */
export function outputsOf(args: ResolvedArgs, created: Created) {
    const { caller, plans, endpoints, securityGroupIds, flowLog, networkInterfaces } = created;
    const eks = args.privateDnsEnabled ? undefined : endpoints.get(EksService.Eks);
    return {
        endpointIds: byService(endpoints, "id"),
        endpointArns: byService(endpoints, "arn"),
        serviceNames: byService(endpoints, "serviceName", (name) => name ?? ""),
        hostNames: demand(
            derive(caller, ({ region }) =>
                recordOf(args.services, (service) => findHostNames(service, region)),
            ),
        ),
        regionalDnsNames: byService(endpoints, "dnsEntries", regionalDnsName),
        addresses: byService(endpoints, "subnetConfigurations", (interfaces) =>
            interfaces.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter(isAddress)),
        ),
        networkInterfaceIds: byService(endpoints, "networkInterfaceIds"),
        securityGroupId: output(securityGroupIds).apply(([first]) => first ?? ""),
        flowLogId: flowLog?.id ?? laterOf(args.flowLogs.existingFlowLogId),
        flowLogDestinationArn: flowLog?.logDestination,
        policyDocuments: demand(derive(together(...plans.map(({ policy }) => policy)), withPolicy)),
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
        const entries = plans.map(({ service }, i) => [service, policies[i]] as const);
        return Object.fromEntries(
            entries.filter((entry): entry is [EksService, string] => entry[1] !== undefined),
        );
    }
}

/** The endpoint's own DNS name for the whole region, which AWS lists first. */
export function regionalDnsName([regional]: { dnsName: string }[]): string {
    return regional?.dnsName ?? "";
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
