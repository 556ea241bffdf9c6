import type { FunctionModel } from "../model/resource";
import { stringMap } from "../model/schema";
import { listVisible } from "../services/ram/shareable";
import { subnetOutputs } from "../services/vpc/subnet";
import type { Subnet } from "../world/objects/network";
import { zonesOf } from "../world/regions";
import { filters, fits, theOnly } from "./filters";
import { idsFunction } from "./idsFunction";

const subnetResult = {
    arn: "string",
    assignIpv6AddressOnCreation: "boolean",
    availabilityZone: "string",
    availabilityZoneId: "string",
    availableIpAddressCount: "integer",
    cidrBlock: "string",
    customerOwnedIpv4Pool: "string",
    defaultForAz: "boolean",
    enableDns64: "boolean",
    enableLniAtDeviceIndex: "integer",
    enableResourceNameDnsARecordOnLaunch: "boolean",
    enableResourceNameDnsAaaaRecordOnLaunch: "boolean",
    filters,
    id: "string",
    ipv6CidrBlock: "string",
    ipv6CidrBlockAssociationId: "string",
    ipv6Native: "boolean",
    mapCustomerOwnedIpOnLaunch: "boolean",
    mapPublicIpOnLaunch: "boolean",
    outpostArn: "string",
    ownerId: "string",
    privateDnsHostnameTypeOnLaunch: "string",
    region: "string",
    state: "string",
    tags: stringMap,
    vpcId: "string",
} as const;

/** One subnet. */
export const getSubnet: FunctionModel = {
    schema: {
        token: "aws:ec2/getSubnet:getSubnet",
        args: {
            availabilityZone: "string",
            availabilityZoneId: "string",
            cidrBlock: "string",
            defaultForAz: "boolean",
            filters,
            id: "string",
            ipv6CidrBlock: "string",
            region: "string",
            state: "string",
            tags: stringMap,
            vpcId: "string",
        },
        result: subnetResult,
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeSubnets" },
    call: (scope, args) => {
        const byArgument = {
            availabilityZone: "availability-zone",
            availabilityZoneId: "availability-zone-id",
            cidrBlock: "cidr-block",
            defaultForAz: "default-for-az",
            id: "subnet-id",
            ipv6CidrBlock: "ipv6-cidr-block-association.ipv6-cidr-block",
            state: "state",
            vpcId: "vpc-id",
        };
        const matching = listVisible(scope, "subnets").filter((each) =>
            fits(args, subnetFacets(each), each.tags, byArgument),
        );
        const found = theOnly(matching, "EC2 Subnet");
        return {
            ...subnetOutputs(scope, found),
            filters: args.filters,
            availableIpAddressCount:
                found.cidrBlock === "" ? 0 : 2 ** (32 - Number(found.cidrBlock.split("/")[1])) - 5,
            customerOwnedIpv4Pool: "",
            defaultForAz: found.defaultBy !== undefined,
            enableLniAtDeviceIndex: 0,
            id: found.id,
            mapCustomerOwnedIpOnLaunch: false,
            outpostArn: "",
            state: "available",
            tags: { ...found.tags },
        };
    },
};

/** IDs of subnets. */
export const getSubnets = idsFunction(
    "getSubnets",
    "DescribeSubnets",
    (scope) => listVisible(scope, "subnets"),
    (_scope, found) => subnetFacets(found),
);

function subnetFacets(found: Subnet) {
    const zone = zonesOf(found.region).find(({ name }) => name === found.availabilityZone);
    return {
        "availability-zone": found.availabilityZone,
        availabilityZone: found.availabilityZone,
        "availability-zone-id": zone?.id ?? "",
        "cidr-block": found.cidrBlock,
        cidr: found.cidrBlock,
        "default-for-az": String(found.defaultBy !== undefined),
        defaultForAz: String(found.defaultBy !== undefined),
        "ipv6-cidr-block-association.ipv6-cidr-block": found.ipv6CidrBlock,
        "ipv6-native": String(found.cidrBlock === ""),
        "map-public-ip-on-launch": String(found.attributes.mapPublicIpOnLaunch ?? false),
        "owner-id": found.account,
        state: "available",
        "subnet-id": found.id,
        "vpc-id": found.vpcId,
    };
}
