import type { FunctionModel } from "../model/resource";
import { stringMap } from "../model/schema";
import { visibleVpcs } from "../services/vpc/sharedVpc";
import { ipv4RangesOf, vpcOutputs } from "../services/vpc/vpc";
import type { Vpc } from "../world/objects/network";
import { filters, fits, theOnly } from "./filters";
import { idsFunction } from "./idsFunction";

const cidrAssociations = {
    list: { object: { associationId: "string", cidrBlock: "string", state: "string" } },
} as const;

/** A VPC with its ranges and DNS attributes. */
export const getVpc: FunctionModel = {
    schema: {
        token: "aws:ec2/getVpc:getVpc",
        args: {
            cidrBlock: "string",
            default: "boolean",
            dhcpOptionsId: "string",
            filters,
            id: "string",
            region: "string",
            state: "string",
            tags: stringMap,
        },
        result: {
            arn: "string",
            cidrBlock: "string",
            cidrBlockAssociations: cidrAssociations,
            default: "boolean",
            dhcpOptionsId: "string",
            enableDnsHostnames: "boolean",
            enableDnsSupport: "boolean",
            enableNetworkAddressUsageMetrics: "boolean",
            filters,
            id: "string",
            instanceTenancy: "string",
            ipv6AssociationId: "string",
            ipv6CidrBlock: "string",
            ipv6CidrBlockAssociations: {
                list: {
                    object: {
                        associationId: "string",
                        ipPool: "string",
                        ipSource: "string",
                        ipv6AddressAttribute: "string",
                        ipv6CidrBlock: "string",
                        networkBorderGroup: "string",
                        state: "string",
                    },
                },
            },
            mainRouteTableId: "string",
            ownerId: "string",
            region: "string",
            state: "string",
            tags: stringMap,
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeVpcs" },
    call: (scope, args) => {
        const byArgument = {
            cidrBlock: "cidr",
            default: "is-default",
            dhcpOptionsId: "dhcp-options-id",
            id: "vpc-id",
            state: "state",
        };
        const matching = visibleVpcs(scope).filter((each) =>
            fits(args, vpcFacets(each), each.tags, byArgument),
        );
        const found = theOnly(matching, "EC2 VPC");
        const outputs = vpcOutputs(scope, found);
        const ipv4 = [
            { associationId: `vpc-cidr-assoc-${found.id.slice(4)}`, cidrBlock: found.cidrBlock },
            ...Object.entries(found.secondaryCidrBlocks).map(([associationId, cidrBlock]) => ({
                associationId,
                cidrBlock,
            })),
        ];
        const ipv6 = {
            associationId: found.ipv6AssociationId,
            ipPool: "Amazon",
            ipSource: "amazon",
            ipv6AddressAttribute: "public",
            ipv6CidrBlock: found.ipv6CidrBlock,
            networkBorderGroup: outputs.ipv6CidrBlockNetworkBorderGroup,
            state: "associated",
        };
        return {
            ...outputs,
            filters: args.filters,
            cidrBlockAssociations: ipv4.map((each) => ({ ...each, state: "associated" })),
            default: found.defaultBy !== undefined,
            id: found.id,
            ipv6CidrBlockAssociations: found.ipv6CidrBlock === "" ? [] : [ipv6],
            state: "available",
            tags: { ...found.tags },
        };
    },
};

/** IDs of VPCs. */
export const getVpcs = idsFunction("getVpcs", "DescribeVpcs", visibleVpcs, (_scope, found) =>
    vpcFacets(found),
);

function vpcFacets(found: Vpc) {
    return {
        cidr: found.cidrBlock,
        "cidr-block-association.cidr-block": ipv4RangesOf(found),
        "dhcp-options-id": found.dhcpOptionsId,
        "ipv6-cidr-block-association.ipv6-cidr-block": found.ipv6CidrBlock,
        "is-default": String(found.defaultBy !== undefined),
        isDefault: String(found.defaultBy !== undefined),
        "owner-id": found.account,
        state: "available",
        "vpc-id": found.id,
    };
}
