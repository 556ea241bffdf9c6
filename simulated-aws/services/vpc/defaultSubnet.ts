import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { demand, find, list, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { lookAtDefaultVpc, makeDefaultSubnet } from "./defaultNetwork";
import { attributesFrom, subnet } from "./subnet";

/**
 * `aws.ec2.DefaultSubnet`: takes over the default subnet of a zone, or has AWS make one where there is none. Deleting it
 * leaves the subnet as it is, unless `forceDestroy` is set.
 */
export const defaultSubnet: ResourceModel = {
    schema: {
        token: "aws:ec2/defaultSubnet:DefaultSubnet",
        required: { availabilityZone: "string" },
        optional: {
            assignIpv6AddressOnCreation: "boolean",
            customerOwnedIpv4Pool: "string",
            enableDns64: "boolean",
            enableResourceNameDnsARecordOnLaunch: "boolean",
            enableResourceNameDnsAaaaRecordOnLaunch: "boolean",
            forceDestroy: "boolean",
            ipv6Native: "boolean",
            mapCustomerOwnedIpOnLaunch: "boolean",
            mapPublicIpOnLaunch: "boolean",
            tags: stringMap,
        },
        settled: {
            ipv6CidrBlock: "string",
            privateDnsHostnameTypeOnLaunch: "string",
            region: "string",
        },
        computed: {
            arn: "string",
            availabilityZoneId: "string",
            cidrBlock: "string",
            enableLniAtDeviceIndex: "integer",
            existingDefaultSubnet: "boolean",
            ipv6CidrBlockAssociationId: "string",
            outpostArn: "string",
            ownerId: "string",
            tagsAll: stringMap,
            vpcId: "string",
        },
        defaults: { mapPublicIpOnLaunch: true },
        replaceOn: ["availabilityZone", "ipv6Native", "region"],
        ignored: ["forceDestroy"],
    },
    operations: {
        service: "EC2",
        create: "CreateDefaultSubnet",
        update: "ModifySubnetAttribute",
        delete: "DeleteSubnet",
    },
    create(scope, inputs) {
        const zone = read(inputs).text("availabilityZone");
        const owner = lookAtDefaultVpc(scope);
        if (owner === undefined) {
            throw new AwsError(
                "DefaultVpcDoesNotExist",
                "No default VPC exists for this account in this region.",
            );
        }
        const there = list(scope, "subnets").find(
            ({ availabilityZone, defaultBy }) =>
                availabilityZone === zone && defaultBy !== undefined,
        );
        const { id } = there ?? makeDefaultSubnet(scope, owner, zone, "program");
        change(scope, id, inputs);
        return id;
    },
    read(scope, id, known) {
        const existingDefaultSubnet = find(scope, "subnets", id)?.defaultBy === "aws";
        const found = subnet.read(scope, id, known);
        return (
            found && { ...found, enableLniAtDeviceIndex: 0, existingDefaultSubnet, outpostArn: "" }
        );
    },
    update(scope, id, _olds, news) {
        change(scope, id, news);
    },
    delete(scope, id, state) {
        if (read(state).flag("forceDestroy")) {
            subnet.delete(scope, id, state);
        }
    },
};

function change(scope: Scope, id: string, inputs: Properties): void {
    const found = demand(scope, "subnets", id);
    const attributes = attributesFrom(inputs);
    put(scope.world, "subnets", { ...found, tags: read(inputs).tags(), attributes });
}
