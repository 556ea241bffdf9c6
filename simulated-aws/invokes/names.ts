import type { FunctionModel } from "../model/resource";
import { read, textOf } from "../model/values";
import { partitionOf } from "../world/regions";

/** The parts of an ARN. */
export const getArn: FunctionModel = {
    schema: {
        token: "aws:index/getArn:getArn",
        args: { arn: "string", id: "string" },
        requiredArgs: ["arn"],
        result: {
            account: "string",
            arn: "string",
            id: "string",
            partition: "string",
            region: "string",
            resource: "string",
            service: "string",
        },
    },
    operations: { service: "aws", call: "getArn" },
    call: (_scope, args) => {
        const arn = read(args).text("arn");
        const [prefix, partition = "", service = "", region = "", account = "", ...rest] =
            arn.split(":");
        if (prefix !== "arn" || rest.length === 0) {
            throw new Error(`"arn" (${arn}) is an invalid ARN`);
        }
        return { account, arn, id: arn, partition, region, resource: rest.join(":"), service };
    },
};

/** Names of a service in a region. */
export const getService: FunctionModel = {
    schema: {
        token: "aws:index/getService:getService",
        args: {
            dnsName: "string",
            id: "string",
            region: "string",
            reverseDnsName: "string",
            reverseDnsPrefix: "string",
            serviceId: "string",
        },
        result: {
            dnsName: "string",
            id: "string",
            partition: "string",
            region: "string",
            reverseDnsName: "string",
            reverseDnsPrefix: "string",
            serviceId: "string",
            supported: "boolean",
        },
    },
    operations: { service: "aws", call: "getService" },
    call: (scope, args) => {
        const given = read(args);
        const reversed =
            given.text("reverseDnsName") || given.text("dnsName").split(".").reverse().join(".");
        const [serviceOf = "", regionOf = ""] = reversed.split(".").reverse();
        const region = regionOf || given.text("region") || scope.region;
        const serviceId = serviceOf || given.text("serviceId");
        if (serviceId === "") {
            throw new Error("one of dnsName, reverseDnsName and serviceId must be given");
        }
        const partition = partitionOf(region);
        const reverseDnsPrefix = given.text("reverseDnsPrefix") || prefixOf(partition.dnsSuffix);
        const reverseDnsName = `${reverseDnsPrefix}.${region}.${serviceId}`;
        return {
            dnsName: reverseDnsName.split(".").reverse().join("."),
            id: reverseDnsName,
            partition: partition.name,
            region,
            reverseDnsName,
            reverseDnsPrefix,
            serviceId,
            supported: true,
        };
    },
};

function prefixOf(dnsSuffix: string): string {
    return dnsSuffix.split(".").reverse().join(".");
}

/** Services whose principal has another end in China. https://github.com/hashicorp/terraform-provider-aws, names, read 2026-11-27 */
const OTHER_IN_CHINA = ["codedeploy", "elasticmapreduce", "logs"];

/** The name of a service in policies. */
export const getServicePrincipal: FunctionModel = {
    schema: {
        token: "aws:index/getServicePrincipal:getServicePrincipal",
        args: { region: "string", serviceName: "string" },
        requiredArgs: ["serviceName"],
        result: {
            id: "string",
            name: "string",
            region: "string",
            serviceName: "string",
            suffix: "string",
        },
    },
    operations: { service: "aws", call: "getServicePrincipal" },
    call: (scope, args) => {
        const serviceName = textOf(args.serviceName);
        const { region } = scope;
        const isOther = region.startsWith("cn-") && OTHER_IN_CHINA.includes(serviceName);
        const suffix = isOther ? "amazonaws.com.cn" : "amazonaws.com";
        return {
            id: `${serviceName}.${region}.${suffix}`,
            name: `${serviceName}.${suffix}`,
            region,
            serviceName,
            suffix,
        };
    },
};
