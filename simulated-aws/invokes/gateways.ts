import type { FunctionModel } from "../model/resource";
import { type PropertyTypes, stringMap, strings } from "../model/schema";
import { internetGateway } from "../services/routing/internetGateway";
import { natGateway } from "../services/routing/natGateway";
import type { InternetGateway, NatGateway } from "../world/objects/network";
import { list } from "../world/objectsOf";
import { filters, fits, theOnly } from "./filters";
import { idsFunction } from "./idsFunction";

/** One internet gateway. */
export const getInternetGateway: FunctionModel = {
    schema: {
        token: "aws:ec2/getInternetGateway:getInternetGateway",
        args: { filters, internetGatewayId: "string", region: "string", tags: stringMap },
        result: {
            arn: "string",
            attachments: { list: { object: { state: "string", vpcId: "string" } } },
            filters,
            id: "string",
            internetGatewayId: "string",
            ownerId: "string",
            region: "string",
            tags: stringMap,
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeInternetGateways" },
    call: (scope, args) => {
        const matching = list(scope, "internetGateways").filter((each) =>
            fits(args, internetFacets(each), each.tags, {
                internetGatewayId: "internet-gateway-id",
            }),
        );
        const found = theOnly(matching, "EC2 Internet Gateway");
        const { vpcId } = found;
        return {
            ...internetGateway.read(scope, found.id, {}),
            attachments: vpcId === "" ? [] : [{ state: "available", vpcId }],
            filters: args.filters,
            id: found.id,
            internetGatewayId: found.id,
            tags: { ...found.tags },
        };
    },
};

const NAT: PropertyTypes = {
    allocationId: "string",
    associationId: "string",
    autoProvisionZones: "string",
    autoScalingIps: "string",
    availabilityMode: "string",
    availabilityZoneAddresses: { list: "any" },
    connectivityType: "string",
    filters,
    id: "string",
    networkInterfaceId: "string",
    privateIp: "string",
    publicIp: "string",
    region: "string",
    regionalNatGatewayAddresses: { list: "any" },
    routeTableId: "string",
    secondaryAllocationIds: strings,
    secondaryPrivateIpAddressCount: "integer",
    secondaryPrivateIpAddresses: strings,
    state: "string",
    subnetId: "string",
    tags: stringMap,
    vpcId: "string",
};

/** One NAT gateway. */
export const getNatGateway: FunctionModel = {
    schema: {
        token: "aws:ec2/getNatGateway:getNatGateway",
        args: {
            filters,
            id: "string",
            region: "string",
            state: "string",
            subnetId: "string",
            tags: stringMap,
            vpcId: "string",
        },
        result: NAT,
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeNatGateways" },
    call: (scope, args) => {
        const byArgument = {
            id: "nat-gateway-id",
            state: "state",
            subnetId: "subnet-id",
            vpcId: "vpc-id",
        };
        const matching = list(scope, "natGateways").filter((each) =>
            fits(args, natFacets(each), each.tags, byArgument),
        );
        const found = theOnly(matching, "EC2 NAT Gateway");
        return {
            allocationId: "",
            subnetId: "",
            ...natGateway.read(scope, found.id, {}),
            availabilityZoneAddresses: [],
            filters: args.filters,
            id: found.id,
            state: "available",
            tags: { ...found.tags },
        };
    },
};

/** IDs of NAT gateways. */
export const getNatGateways = idsFunction(
    "getNatGateways",
    "DescribeNatGateways",
    (scope) => list(scope, "natGateways"),
    (_scope, found) => natFacets(found),
    { vpcId: "vpc-id" },
);

function internetFacets(found: InternetGateway) {
    return {
        "attachment.state": found.vpcId === "" ? [] : "available",
        "attachment.vpc-id": found.vpcId === "" ? [] : found.vpcId,
        "internet-gateway-id": found.id,
        "owner-id": found.account,
    };
}

function natFacets(found: NatGateway) {
    return {
        "nat-gateway-id": found.id,
        state: "available",
        "subnet-id": found.subnetId,
        "vpc-id": found.vpcId,
    };
}
