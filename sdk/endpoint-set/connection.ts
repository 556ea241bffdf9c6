import type { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import type { EndpointPrivateDns } from "@pulumi/aws/vpc/endpointPrivateDns";
import { all, type Output, output } from "@pulumi/pulumi";

import { demand, together } from "../checks/checked";
import { CONNECTION_SCHEMA_VERSION, type EksEndpointConnection } from "../connection/connection";
import type { Perimeter } from "../domain/endpoint-policy";
import { findHostNames } from "../domain/hostNames";
import { type EksService, serviceFacts } from "../domain/services";
import { ownStackName } from "../lookups/ownStack";
import type { ResolvedArgs } from "./defaults";
import { regionalDnsName } from "./outputs";
import type { VerifiedSet } from "./verify";

/** What other stacks have to know of the set. */
export function connectionOf(
    { args, caller, perimeter, vpcId, admitted }: VerifiedSet,
    endpoints: Map<EksService, VpcEndpoint>,
    privateDns: EndpointPrivateDns[],
): Output<EksEndpointConnection> {
    const services = [...endpoints.keys()];
    const children = [...endpoints.values()];
    const { ipAddressType, dnsRecordIpType, privateDnsEnabled } = args;
    return all([
        demand(together(caller, perimeter)),
        vpcId,
        output(admitted),
        output(children.map(({ id }) => id)),
        output(children.map(({ arn }) => arn)),
        output(children.map(({ dnsEntries }) => dnsEntries)),
        // AWS takes no zone of a name while private DNS has it, so whoever makes one waits until that is off.
        output(privateDns.map((each) => each.privateDnsEnabled)),
    ]).apply(([[{ region, partition, accountId }, bounds], vpc, clients, ids, arns, entries]) => ({
        schemaVersion: CONNECTION_SCHEMA_VERSION,
        stack: ownStackName(),
        region,
        partition,
        accountId,
        vpcId: vpc,
        services: Object.fromEntries(
            services.map((service, i) => [
                service,
                {
                    endpointId: ids[i] ?? "",
                    endpointArn: arns[i] ?? "",
                    hostNames: findHostNames(service, region),
                    regionalDnsName: regionalDnsName(entries[i]),
                    hostedZoneId: entries[i]?.[0]?.hostedZoneId ?? "",
                },
            ]),
        ),
        hostedZoneIds: {},
        admitted: clients,
        perimeter: buildsPolicies(args) ? bounds : NOT_BUILT,
        ipAddressType,
        dnsRecordIpType,
        privateDnsEnabled,
    })) as Output<EksEndpointConnection>;
}

// Whole documents speak for themselves; reading a perimeter out of them would be a guess.
const NOT_BUILT: Perimeter = { organizationIds: [], organizationPaths: [], accountIds: [] };

function buildsPolicies({ services, policyDocuments }: ResolvedArgs): boolean {
    return services.some(
        (service) =>
            policyDocuments[service] === undefined &&
            serviceFacts(service).policySupport !== "refused",
    );
}
