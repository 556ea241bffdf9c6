import { outputOf, type TestResource } from "../testResource";
import { ACCOUNT_ID, type Inputs, type Placed } from "./common";

/** A cluster whose API only its VPC reaches. */
export function cluster(vpcConfig: Inputs, { name = "cluster" }: Placed = {}): TestResource {
    return {
        type: "aws:eks/cluster:Cluster",
        name,
        inputs: {
            roleArn: `arn:aws:iam::${ACCOUNT_ID}:role/cluster`,
            vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false, ...vpcConfig },
        },
        computed: { id: name, name },
    };
}

/** Nodes of a cluster in subnets of their own. */
export function nodeGroup(of: TestResource, subnetIds: unknown[]): TestResource {
    return {
        type: "aws:eks/nodeGroup:NodeGroup",
        name: "nodes-of-cluster",
        inputs: { clusterName: outputOf(of, "name"), subnetIds },
        computed: { id: "nodes-of-cluster" },
    };
}
