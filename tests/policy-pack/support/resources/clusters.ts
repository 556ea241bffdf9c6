import type { TestResource } from "../testResource";
import type { Inputs, Placed } from "./common";

/** A cluster whose API only its VPC reaches. */
export function cluster(vpcConfig: Inputs, { name = "cluster" }: Placed = {}): TestResource {
    return {
        type: "aws:eks/cluster:Cluster",
        name,
        inputs: {
            vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false, ...vpcConfig },
        },
        computed: { id: name },
    };
}
