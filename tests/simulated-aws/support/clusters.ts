import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { Engine, network } from "./engine";

/** A role that lets services assume it. */
export async function roleFor(engine: Engine, service: string, more: Properties = {}) {
    const statement = {
        Effect: "Allow",
        Principal: { Service: service },
        Action: ["sts:AssumeRole", "sts:TagSession"],
    };
    const { outputs } = await engine.create("iam.Role", {
        name: service.split(".")[0],
        assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
        ...more,
    });
    return textOf(outputs.arn);
}

/** The cluster `main` in two subnets, which takes access entries, and what its nodes need. */
export async function withNodes(more: Properties = {}) {
    const engine = new Engine();
    const place = await network(engine);
    const cluster = await engine.create("eks.Cluster", {
        name: "main",
        roleArn: await roleFor(engine, "eks.amazonaws.com"),
        accessConfig: { authenticationMode: "API" },
        vpcConfig: { subnetIds: place.subnetIds, endpointPrivateAccess: true },
        ...more,
    });
    const nodeRoleArn = await roleFor(engine, "ec2.amazonaws.com");
    const group = {
        clusterName: "main",
        nodeGroupName: "nodes",
        nodeRoleArn,
        subnetIds: place.subnetIds,
        scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 3 },
    };
    return { engine, ...place, cluster, nodeRoleArn, group };
}

/** What the provider says where EKS refuses a call. */
export const eksError = (operation: string, text: string) => ({
    message: `operation error EKS: ${operation}, api error ${text}`,
});
