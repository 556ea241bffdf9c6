import type { FunctionModel } from "../model/resource";
import { strings } from "../model/schema";
import { read } from "../model/values";
import { list } from "../world/objectsOf";
import { partitionOf } from "../world/regions";

/** Names of the clusters of a region. */
export const getClusters: FunctionModel = {
    schema: {
        token: "aws:eks/getClusters:getClusters",
        args: { region: "string" },
        result: { id: "string", names: strings, region: "string" },
    },
    operations: { service: "EKS", call: "ListClusters" },
    call: (scope) => ({
        id: scope.region,
        names: list(scope, "clusters").map(({ name }) => name),
        region: scope.region,
    }),
};

/** A token for a cluster's API in the form of the real one, which is made without asking AWS; nobody takes this one. */
export const getClusterAuth: FunctionModel = {
    schema: {
        token: "aws:eks/getClusterAuth:getClusterAuth",
        args: { name: "string", region: "string" },
        requiredArgs: ["name"],
        result: { id: "string", name: "string", region: "string", token: "string" },
    },
    operations: { service: "EKS", call: "getClusterAuth" },
    call: ({ region, account }, args) => {
        const name = read(args).text("name");
        const url = `https://sts.${region}.${partitionOf(region).dnsSuffix}/?Action=GetCallerIdentity&simulated=${account}/${name}`;
        const token = `k8s-aws-v1.${Buffer.from(url).toString("base64url")}`;
        return { id: name, name, region, token };
    },
};
