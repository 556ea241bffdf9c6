import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import type { Output } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";

import { demand } from "../checks/checked";
import { findMissing, sayMissing } from "../checks/missingAnswers";
import { isUnitTest } from "../checks/sdkInternals";
import type { List } from "../component/lists";
import type { ChildScope } from "../component/scope";
import type { EksService } from "../domain/services";
import { serviceFacts } from "../domain/services";
import { childNames } from "./names";
import type { VerifiedSet } from "./verify";
import type { VerifiedEndpoint } from "./verify/endpoints";

/** The endpoints by service. */
export function createEndpoints(
    { args, vpcId, endpoints }: VerifiedSet,
    securityGroupIds: List,
    { name, parent, region, tags }: ChildScope,
): Map<EksService, VpcEndpoint> {
    const { ipAddressType, dnsRecordIpType } = args;
    const create = ({ service, serviceName, subnetIds, policy }: VerifiedEndpoint): VpcEndpoint => {
        const childName = childNames.endpoint(name, service);
        const privateDnsEnabled = args.privateDnsEnabled && serviceFacts(service).hasPrivateDns;
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
                privateDnsEnabled,
                policy: demand(policy),
                tags: output(tags).apply((given) => ({ Name: childName, ...given })),
            },
            // Two endpoints with private DNS for one name cannot be in a VPC at the same time.
            privateDnsEnabled ? { parent, deleteBeforeReplace: true } : { parent },
        );
    };
    const created = new Map(endpoints.map((plan) => [plan.service, create(plan)]));
    if (isUnitTest()) {
        created.forEach(checkMocks);
    }
    return created;
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
