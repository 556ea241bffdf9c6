import type { FunctionModel } from "../model/resource";
import { stringMap, strings, stringSet } from "../model/schema";
import type { NetworkInterface } from "../world/objects/network";
import { arnOf, get, list } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { filters, fits, theOnly } from "./filters";
import { idsFunction } from "./idsFunction";

/** One network interface. */
export const getNetworkInterface: FunctionModel = {
    schema: {
        token: "aws:ec2/getNetworkInterface:getNetworkInterface",
        args: { filters, id: "string", region: "string", tags: stringMap },
        result: {
            arn: "string",
            associations: { list: "any" },
            attachments: { list: "any" },
            availabilityZone: "string",
            description: "string",
            enaSrdSpecifications: { list: "any" },
            filters,
            id: "string",
            interfaceType: "string",
            ipv6Addresses: stringSet,
            macAddress: "string",
            outpostArn: "string",
            ownerId: "string",
            privateDnsName: "string",
            privateIp: "string",
            privateIps: strings,
            region: "string",
            requesterId: "string",
            securityGroups: stringSet,
            subnetId: "string",
            tags: stringMap,
            vpcId: "string",
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeNetworkInterfaces" },
    call: (scope, args) => {
        const matching = list(scope, "networkInterfaces").filter((each) =>
            fits(args, facetsOf(scope, each), each.tags, { id: "network-interface-id" }),
        );
        const found = theOnly(matching, "EC2 Network Interface");
        return {
            arn: arnOf(scope, "ec2", `network-interface/${found.id}`),
            associations: [],
            attachments: [],
            availabilityZone: zoneOf(scope, found),
            description: found.description,
            enaSrdSpecifications: [],
            filters: args.filters,
            id: found.id,
            interfaceType: found.interfaceType,
            ipv6Addresses: [found.ipv6Address].filter((address) => address !== ""),
            macAddress: `02:00:00:${(found.id.slice(-6).match(/../g) ?? []).join(":")}`,
            outpostArn: "",
            ownerId: found.account,
            privateDnsName: "",
            privateIp: found.privateIp,
            privateIps: [found.privateIp].filter((address) => address !== ""),
            region: found.region,
            requesterId: found.ownedBy === "" ? "" : "amazon-vpce",
            securityGroups: found.securityGroupIds,
            subnetId: found.subnetId,
            tags: { ...found.tags },
            vpcId: found.vpcId,
        };
    },
};

/** IDs of network interfaces. */
export const getNetworkInterfaces = idsFunction(
    "getNetworkInterfaces",
    "DescribeNetworkInterfaces",
    (scope) => list(scope, "networkInterfaces"),
    facetsOf,
);

function facetsOf(scope: Scope, found: NetworkInterface) {
    return {
        "addresses.private-ip-address": found.privateIp,
        "availability-zone": zoneOf(scope, found),
        description: found.description,
        "group-id": found.securityGroupIds,
        "interface-type": found.interfaceType,
        "network-interface-id": found.id,
        "private-ip-address": found.privateIp,
        "requester-managed": String(found.ownedBy !== ""),
        "subnet-id": found.subnetId,
        "vpc-id": found.vpcId,
    };
}

function zoneOf(scope: Scope, found: NetworkInterface): string {
    return get(scope.world, "subnets", found.subnetId)?.availabilityZone ?? "";
}
