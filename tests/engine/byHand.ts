import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcEndpoint, type VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint";

import { createNetwork } from "./network";
import type { Engine } from "./support";

/** What differs from an endpoint that is in order. */
export interface ByHandOptions {
    /** Range that the group admits. Defaults to that of the network. */
    admits?: string;
    /** Traffic that the flow log of the VPC records. Defaults to all. */
    trafficType?: string;
    vpc?: { enableDnsHostnames: boolean };
    endpoint?: Pick<VpcEndpointArgs, "policy" | "privateDnsEnabled" | "tags">;
}

const BUCKET = "flow-logs";

/** Makes the bucket that the flow log of `createByHand` writes to. */
export async function makeFlowLogBucket(engine: Engine): Promise<void> {
    await engine.make("aws:s3/bucket:Bucket", { bucket: BUCKET });
}

/** An endpoint of EKS without a component, named `by-hand`, with its network, a group and a flow log. */
export function createByHand({
    admits = "10.20.0.0/16",
    trafficType = "ALL",
    vpc,
    endpoint,
}: ByHandOptions = {}): VpcEndpoint {
    const { vpcId, subnetIds } = createNetwork("network", { vpc });
    const https = { description: "HTTPS", protocol: "tcp", fromPort: 443, toPort: 443 };
    const group = new SecurityGroup("clients", {
        vpcId,
        ingress: [{ ...https, cidrBlocks: [admits] }],
        egress: [],
    });
    new FlowLog("flow-log", {
        vpcId,
        trafficType,
        logDestinationType: "s3",
        logDestination: `arn:aws:s3:::${BUCKET}`,
    });
    return new VpcEndpoint("by-hand", {
        vpcId,
        serviceName: "com.amazonaws.eu-west-1.eks",
        vpcEndpointType: "Interface",
        subnetIds,
        securityGroupIds: [group.id],
        ...endpoint,
    });
}
