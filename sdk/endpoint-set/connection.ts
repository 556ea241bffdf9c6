import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { Input, output, Output } from "@pulumi/pulumi";
import { CONNECTION_SCHEMA_VERSION, EksEndpointConnection } from "../domain/connection";
import { Perimeter } from "../domain/endpoint-policy";
import { EksService, findHostNames, serviceFacts } from "../domain/services";
import { CallerInfo } from "../lookups/caller";
import { Admitted } from "./admitted";
import { ResolvedArgs } from "./defaults";
import { regionalDnsName } from "./outputs";

/** What other stacks have to know of the set. */
export function connectionOf(
    args: ResolvedArgs,
    caller: Output<CallerInfo>,
    vpcId: Input<string>,
    endpoints: Map<EksService, VpcEndpoint>,
    admitted: Admitted,
    perimeter: Output<Perimeter>,
): Output<EksEndpointConnection> {
    const services = Object.fromEntries(
        [...endpoints].map(([service, endpoint]) => [
            service,
            output({
                endpointId: endpoint.id,
                endpointArn: endpoint.arn,
                hostNames: caller.apply(({ region }) => findHostNames(service, region)),
                regionalDnsName: regionalDnsName(endpoint),
                hostedZoneId: endpoint.dnsEntries.apply(
                    ([regional]) => regional?.hostedZoneId ?? "",
                ),
            }),
        ]),
    );
    const { ipAddressType, dnsRecordIpType, privateDnsEnabled } = args;
    return output({
        caller,
        vpcId,
        services,
        admitted,
        perimeter: buildsPolicies(args) ? perimeter : NOT_BUILT,
    }).apply(({ caller: { region, partition, accountId }, ...known }) => ({
        schemaVersion: CONNECTION_SCHEMA_VERSION,
        region,
        partition,
        accountId,
        ...known,
        hostedZoneIds: {},
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
