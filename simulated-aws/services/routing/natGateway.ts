import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { freeAddress } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import { demand, find, get, issueId, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { oneOf } from "../validators";
import { takenAddresses } from "../vpc/takenAddresses";
import { demandInternetGateway, demandPlace } from "./natGatewayRules";

/**
 * `aws.ec2.NatGateway`: in a subnet, or the regional kind in a VPC, whose addresses AWS brings.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export const natGateway: ResourceModel = {
    schema: {
        token: "aws:ec2/natGateway:NatGateway",
        required: {},
        optional: {
            allocationId: "string",
            availabilityZoneAddresses: { list: "any" },
            connectivityType: "string",
            subnetId: "string",
            tags: stringMap,
        },
        settled: {
            availabilityMode: "string",
            privateIp: "string",
            region: "string",
            secondaryAllocationIds: stringSet,
            secondaryPrivateIpAddressCount: "integer",
            secondaryPrivateIpAddresses: stringSet,
            vpcId: "string",
        },
        computed: {
            associationId: "string",
            autoProvisionZones: "string",
            autoScalingIps: "string",
            networkInterfaceId: "string",
            publicIp: "string",
            regionalNatGatewayAddresses: { list: "any" },
            regionalNatGatewayAutoMode: "string",
            routeTableId: "string",
            tagsAll: stringMap,
        },
        defaults: { connectivityType: "public" },
        replaceOn: [
            "allocationId",
            "availabilityMode",
            "connectivityType",
            "privateIp",
            "region",
            "subnetId",
            "vpcId",
        ],
    },
    operations: {
        service: "EC2",
        create: "CreateNatGateway",
        update: "CreateTags",
        delete: "DeleteNatGateway",
    },
    check: (inputs) => [
        ...oneOf(inputs, "availabilityMode", ["regional", "zonal"]),
        ...oneOf(inputs, "connectivityType", ["private", "public"]),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        if (given.text("availabilityMode") === "regional") {
            return createRegional(scope, inputs);
        }
        demandPlace(inputs);
        const subnet = demand(scope, "subnets", given.text("subnetId"));
        const allocationId = given.text("allocationId");
        const address = allocationId === "" ? undefined : demand(scope, "elasticIps", allocationId);
        if (address !== undefined && address.natGatewayId !== "") {
            throw new AwsError(
                "Resource.AlreadyAssociated",
                `The address ${allocationId} is in use.`,
            );
        }
        const connectivityType = given.text("connectivityType", "public");
        if (connectivityType === "public") {
            demandInternetGateway(scope, subnet.vpcId);
        }
        const { world, account, region } = scope;
        const id = issueId(world, "nat");
        const networkInterfaceId = issueId(world, "eni");
        const base = { account, region, vpcId: subnet.vpcId, subnetId: subnet.id };
        put(world, "networkInterfaces", {
            ...base,
            id: networkInterfaceId,
            tags: {},
            privateIp: freeAddress(subnet.cidrBlock, takenAddresses(world, subnet.id)) ?? "",
            ipv6Address: "",
            securityGroupIds: [],
            interfaceType: "nat_gateway",
            description: `Interface for NAT Gateway ${id}`,
            ownedBy: id,
        });
        if (address !== undefined) {
            const associationId = issueId(world, "eipassoc");
            put(world, "elasticIps", { ...address, natGatewayId: id, associationId });
        }
        put(world, "natGateways", {
            ...base,
            id,
            tags: given.tags(),
            allocationId,
            connectivityType,
            networkInterfaceId,
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "natGateways", id);
        if (found === undefined) {
            return undefined;
        }
        const address = get(scope.world, "elasticIps", found.allocationId);
        return {
            ...common(found),
            allocationId: found.allocationId === "" ? undefined : found.allocationId,
            associationId: address?.associationId ?? "",
            autoProvisionZones: "",
            autoScalingIps: "",
            availabilityMode: found.subnetId === "" ? "regional" : "zonal",
            connectivityType: found.connectivityType,
            networkInterfaceId: found.networkInterfaceId,
            privateIp:
                get(scope.world, "networkInterfaces", found.networkInterfaceId)?.privateIp ?? "",
            publicIp: address?.publicIp ?? "",
            regionalNatGatewayAddresses: [],
            regionalNatGatewayAutoMode: found.subnetId === "" ? "enabled" : "",
            routeTableId: "",
            secondaryAllocationIds: [],
            secondaryPrivateIpAddressCount: 0,
            secondaryPrivateIpAddresses: [],
            subnetId: found.subnetId === "" ? undefined : found.subnetId,
            vpcId: found.vpcId,
        };
    },
    update(scope, id, _olds, news) {
        put(scope.world, "natGateways", {
            ...demand(scope, "natGateways", id),
            tags: read(news).tags(),
        });
    },
    delete(scope, id) {
        const found = demand(scope, "natGateways", id);
        const address = get(scope.world, "elasticIps", found.allocationId);
        if (address !== undefined) {
            put(scope.world, "elasticIps", { ...address, natGatewayId: "", associationId: "" });
        }
        remove(scope.world, "networkInterfaces", found.networkInterfaceId);
        remove(scope.world, "natGateways", id);
    },
};

/** Its addresses are AWS's, so that nobody in the world knows them. */
function createRegional(scope: Scope, inputs: Properties): string {
    const given = read(inputs);
    const vpcId = demand(scope, "vpcs", given.text("vpcId")).id;
    demandInternetGateway(scope, vpcId);
    const { world, account, region } = scope;
    const id = issueId(world, "nat");
    const place = { vpcId, subnetId: "", allocationId: "", networkInterfaceId: "" };
    const tags = given.tags();
    put(world, "natGateways", { id, account, region, tags, ...place, connectivityType: "public" });
    return id;
}
