import type { TestResource } from "../testResource";
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
        computed: { id: name },
    };
}
