import { Config, type CustomResourceOptions } from "@pulumi/pulumi";
import { EksEndpointSet } from "eks-privatelink";

const config = new Config();

// By service, and only until they are in the stack.
const existing = config.getObject<{ [service: string]: string }>("existingEndpointIds") ?? {};

const endpoints = new EksEndpointSet(
    "eks",
    {
        vpcId: config.require("vpcId"),
        subnetIds: config.requireObject<string[]>("subnetIds"),
    },
    {
        transforms: [
            ({ type, name, props, opts }) => {
                const id = existing[name.replace(/^eks-/, "")];
                if (type !== "aws:ec2/vpcEndpoint:VpcEndpoint" || id === undefined) {
                    return undefined;
                }
                // As they are: the next update makes them what the arguments say.
                const adopted: CustomResourceOptions = {
                    ...opts,
                    import: id,
                    ignoreChanges: ["*"],
                };
                return { props, opts: adopted };
            },
        ],
    },
);

export const { endpointIds, hostNames } = endpoints;
