import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { Input, output } from "@pulumi/pulumi";
import { Checked, demand } from "../checks/checked";
import { EksService } from "../domain/services";
import { ResolvedArgs } from "./defaults";
import { childNames } from "./names";
import { ChildScope } from "./scope";

/** What one endpoint is made of. */
export interface EndpointPlan {
    service: EksService;
    serviceName: Checked<string>;
    subnetIds: Input<Input<string>[]>;
    policy: Checked<string | undefined>;
}

/** The endpoints by service. */
export function createEndpoints(
    plans: EndpointPlan[],
    vpcId: Input<string>,
    securityGroupIds: Input<Input<string>[]>,
    args: ResolvedArgs,
    { name, parent, region, tags }: ChildScope,
): Map<EksService, VpcEndpoint> {
    const { ipAddressType, dnsRecordIpType, privateDnsEnabled } = args;
    const create = ({ service, serviceName, subnetIds, policy }: EndpointPlan): VpcEndpoint => {
        const childName = childNames.endpoint(name, service);
        return new VpcEndpoint(
            childName,
            {
                vpcId,
                region,
                serviceName: demand(serviceName),
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
    return new Map(plans.map((plan) => [plan.service, create(plan)]));
}
