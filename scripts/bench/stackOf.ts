import { buildPerimeterPolicy, renderPolicy } from "../../sdk/domain/index";
import type { ShownResource } from "../engine/shownResource";

/** Lets in one account's principals, to one account's clusters. */
const POLICY = renderPolicy(
    buildPerimeterPolicy("eks", {
        accountIds: ["111122223333"],
        organizationIds: [],
        organizationPaths: [],
    }),
);

/** A stack of so many resources, as `programs/many` makes it: for each hundred a network with an endpoint, and others. */
export function stackOf(count: number): ShownResource[] {
    const networks = Array.from({ length: Math.floor(count / 100) }, (_, i) => network(i)).flat();
    const others = Array.from({ length: count - networks.length }, (_, i) => other(i));
    return [...networks, ...others];
}

function network(i: number): ShownResource[] {
    const vpcId = `vpc-${i}`;
    const range = `10.${i}.0.0/16`;
    const rule = { description: "HTTPS", protocol: "tcp", fromPort: 443, toPort: 443 };
    const endpoint = {
        vpcId,
        serviceName: "com.amazonaws.eu-central-1.eks",
        vpcEndpointType: "Interface",
        subnetIds: [`subnet-${i}`],
        securityGroupIds: [`sg-${i}`],
        privateDnsEnabled: true,
        policy: POLICY,
    };
    const log = { vpcId, trafficType: "ALL", logDestinationType: "s3", logDestination: "arn" };
    return [
        resource("aws:ec2/vpc:Vpc", `network-${i}`, {
            id: vpcId,
            cidrBlock: range,
            enableDnsHostnames: true,
            enableDnsSupport: true,
        }),
        resource("aws:ec2/subnet:Subnet", `network-${i}`, { id: `subnet-${i}`, vpcId }),
        resource("aws:ec2/securityGroup:SecurityGroup", `clients-${i}`, {
            id: `sg-${i}`,
            vpcId,
            ingress: [{ ...rule, cidrBlocks: [range] }],
        }),
        resource("aws:ec2/vpcEndpoint:VpcEndpoint", `eks-${i}`, { id: `vpce-${i}`, ...endpoint }),
        resource("aws:ec2/flowLog:FlowLog", `all-${i}`, { id: `fl-${i}`, ...log }),
    ];
}

function other(i: number): ShownResource {
    const tags = { Name: `other-${i}`, Team: "platform", Environment: "production" };
    return i % 5 === 0
        ? resource("aws:ec2/securityGroup:SecurityGroup", `other-${i}`, {
              id: `sg-other-${i}`,
              description: "Another group",
              tags,
          })
        : resource("aws:cloudwatch/logGroup:LogGroup", `other-${i}`, {
              id: `other-${i}`,
              retentionInDays: 365,
              tags,
          });
}

function resource(
    type: string,
    name: string,
    properties: { [name: string]: unknown },
): ShownResource {
    return {
        urn: `urn:pulumi:bench::many::${type}::${name}`,
        type,
        name,
        properties,
        parent: "",
        dependencies: [],
        propertyDependencies: {},
    };
}
