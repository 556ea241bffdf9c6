import type { FunctionModel } from "../model/resource";
import { read } from "../model/values";
import { partitionOf } from "../world/regions";

/** Who the provider is. */
export const getCallerIdentity: FunctionModel = {
    schema: {
        token: "aws:index/getCallerIdentity:getCallerIdentity",
        args: { id: "string" },
        result: { accountId: "string", arn: "string", id: "string", userId: "string" },
    },
    operations: { service: "STS", call: "GetCallerIdentity" },
    call: ({ account, region }) => ({
        accountId: account,
        arn: `arn:${partitionOf(region).name}:sts::${account}:assumed-role/deployer/session`,
        id: account,
        userId: "AROASIMULATEDDEPLOYER:session",
    }),
};

/** The region of the provider, or the one asked for. */
export const getRegion: FunctionModel = {
    schema: {
        token: "aws:index/getRegion:getRegion",
        args: { endpoint: "string", id: "string", name: "string", region: "string" },
        result: {
            description: "string",
            endpoint: "string",
            id: "string",
            name: "string",
            region: "string",
        },
    },
    operations: { service: "EC2", call: "DescribeRegions" },
    call: (scope, args) => {
        const name = read(args).text("name") || scope.region;
        return {
            description: name,
            endpoint: `ec2.${name}.${partitionOf(name).dnsSuffix}`,
            id: name,
            name,
            region: name,
        };
    },
};

/** The partition of the provider's region. */
export const getPartition: FunctionModel = {
    schema: {
        token: "aws:index/getPartition:getPartition",
        args: { id: "string" },
        result: {
            dnsSuffix: "string",
            id: "string",
            partition: "string",
            reverseDnsPrefix: "string",
        },
    },
    operations: { service: "STS", call: "GetCallerIdentity" },
    call: ({ region }) => {
        const { name, dnsSuffix, reverseDnsPrefix } = partitionOf(region);
        return { dnsSuffix, id: name, partition: name, reverseDnsPrefix };
    },
};
