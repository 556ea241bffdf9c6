import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { Input, output, Output, Unwrap } from "@pulumi/pulumi";
import { findMonthlyCost } from "../domain/prices";
import { EksService, findHostNames } from "../domain/services";
import { CallerInfo } from "../lookups/caller";
import { clientEnvironment } from "./clientEnvironment";
import { ResolvedArgs } from "./defaults";
import { EndpointPlan } from "./endpoints";

/** What a set has created, and what was decided on the way. */
export interface Created {
    caller: Output<CallerInfo>;
    plans: EndpointPlan[];
    endpoints: Map<EksService, VpcEndpoint>;
    securityGroupIds: Input<Input<string>[]>;
    flowLog?: FlowLog;
}

/** The outputs of a set, all but its connection. */
export function outputsOf(args: ResolvedArgs, created: Created) {
    const { caller, plans, endpoints, securityGroupIds, flowLog } = created;
    const eks = endpoints.get(EksService.Eks);
    return {
        endpointIds: byService(endpoints, ({ id }) => id),
        endpointArns: byService(endpoints, ({ arn }) => arn),
        serviceNames: output(
            Object.fromEntries(plans.map(({ service, serviceName }) => [service, serviceName])),
        ),
        hostNames: caller.apply(({ region }) =>
            Object.fromEntries(
                args.services.map((service) => [service, findHostNames(service, region)]),
            ),
        ),
        regionalDnsNames: byService(endpoints, regionalDnsName),
        addresses: byService(endpoints, ({ subnetConfigurations }) =>
            subnetConfigurations.apply((interfaces) =>
                interfaces.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter(isAddress)),
            ),
        ),
        networkInterfaceIds: byService(endpoints, (endpoint) => endpoint.networkInterfaceIds),
        securityGroupId: output(securityGroupIds).apply(([first]) => first ?? ""),
        flowLogId: flowLog?.id ?? laterOf(args.flowLogs.existingFlowLogId),
        flowLogDestinationArn: flowLog?.logDestination,
        policyDocuments: output(
            Object.fromEntries(plans.map(({ service, policy }) => [service, policy])),
        ).apply((policies) =>
            Object.fromEntries(
                Object.entries(policies).filter(
                    (entry): entry is [string, string] => entry[1] !== undefined,
                ),
            ),
        ),
        clientEnvironment: output([
            caller,
            args.privateDnsEnabled || eks === undefined ? undefined : regionalDnsName(eks),
        ] as const).apply(([{ region }, eksDnsName]) =>
            clientEnvironment({ ...args, region, eksDnsName }),
        ),
        monthlyCostUsd: monthlyCost(caller, plans),
    };
}

/** The endpoint's own DNS name for the whole region, which AWS lists first. */
export function regionalDnsName({ dnsEntries }: VpcEndpoint): Output<string> {
    return dnsEntries.apply(([regional]) => regional?.dnsName ?? "");
}

function byService<T>(
    endpoints: Map<EksService, VpcEndpoint>,
    read: (endpoint: VpcEndpoint) => Output<T>,
): Output<{ [service: string]: Unwrap<T> }> {
    return output(
        Object.fromEntries([...endpoints].map(([service, endpoint]) => [service, read(endpoint)])),
    ) as Output<{ [service: string]: Unwrap<T> }>;
}

function isAddress(address: string | undefined): address is string {
    return address !== undefined && address !== "";
}

function laterOf(value: Input<string> | undefined): Output<string> | undefined {
    return value === undefined ? undefined : output(value);
}

/** A number or, where no price is known, nothing at all. */
function monthlyCost(caller: Output<CallerInfo>, plans: EndpointPlan[]): Output<number> {
    const subnets = output(plans.map(({ subnetIds }) => subnetIds));
    return output([caller, subnets] as const).apply(([{ region }, bySet]) =>
        findMonthlyCost(
            region,
            bySet.reduce((count, ids) => count + ids.length, 0),
        ),
    ) as Output<number>;
}
