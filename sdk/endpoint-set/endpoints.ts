import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { type Output, output } from "@pulumi/pulumi";

import { demand } from "../checks/checked";
import { findMissing, sayMissing } from "../checks/missingAnswers";
import { isUnitTest } from "../checks/sdkInternals";
import type { List } from "../component/lists";
import type { ChildScope } from "../component/scope";
import { type EksService, serviceFacts } from "../domain/services";
import { childNames } from "./names";
import { orderByHiding } from "./privateDns";
import type { VerifiedSet } from "./verify";
import type { VerifiedEndpoint } from "./verify/endpoints";

/**
 * The endpoints by service. Private DNS is left out, and so off in new ones: an endpoint that is created with it takes its
 * names minutes before it answers. `privateDns.ts` switches it.
 */
export function createEndpoints(
    { args, vpcId, endpoints }: VerifiedSet,
    securityGroupIds: List,
    { name, parent, region, tags }: ChildScope,
): Map<EksService, VpcEndpoint> {
    const { ipAddressType, dnsRecordIpType } = args;
    const create = (
        { service, serviceName, subnetIds, policy }: VerifiedEndpoint,
        dependsOn: VpcEndpoint[],
    ): VpcEndpoint => {
        const childName = childNames.endpoint(name, service);
        const hasPrivateDns = args.privateDnsEnabled && serviceFacts(service).hasPrivateDns;
        return new VpcEndpoint(
            childName,
            {
                vpcId,
                region,
                serviceName,
                vpcEndpointType: "Interface",
                subnetIds,
                securityGroupIds,
                ipAddressType,
                dnsOptions: { dnsRecordIpType },
                policy: demand(policy),
                tags: output(tags).apply((given) => ({ Name: childName, ...given })),
            },
            // Two endpoints with private DNS for one name cannot be in a VPC at the same time.
            hasPrivateDns ? { parent, dependsOn, deleteBeforeReplace: true } : { parent },
        );
    };
    const created = new Map<EksService, VpcEndpoint>();
    for (const { hides, ...plan } of orderByHiding(endpoints)) {
        // Private DNS of a name hides those below it, so whoever answers for these goes last, and so comes first.
        const below = hides.flatMap((service) => created.get(service) ?? []);
        created.set(plan.service, create(plan, below));
    }
    if (isUnitTest()) {
        created.forEach(checkMocks);
    }
    return inOrderOf(endpoints, created);
}

function inOrderOf(
    endpoints: VerifiedEndpoint[],
    created: Map<EksService, VpcEndpoint>,
): Map<EksService, VpcEndpoint> {
    return new Map(
        endpoints.flatMap(({ service }) => {
            const endpoint = created.get(service);
            return endpoint === undefined ? [] : [[service, endpoint] as const];
        }),
    );
}

/** What only AWS knows of an endpoint, and outputs are made of. */
const ANSWERS = ["arn", "dnsEntries", "subnetConfigurations", "networkInterfaceIds"] as const;

function checkMocks(endpoint: VpcEndpoint): void {
    output(ANSWERS.map((part): Output<unknown> => endpoint[part])).apply((values) => {
        const answer = Object.fromEntries(ANSWERS.map((part, i) => [part, values[i]]));
        const missing = findMissing(answer, [...ANSWERS]);
        if (missing.length > 0) {
            sayMissing("newResource", "aws:ec2/vpcEndpoint:VpcEndpoint", missing);
        }
    });
}
