import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { find } from "../../world/objectsOf";
import { forgetDefaultVpc, lookAtDefaultVpc, makeDefaultVpc } from "./defaultNetwork";
import { vpc } from "./vpc";

/**
 * `aws.ec2.DefaultVpc`: takes over the default VPC of a region, or has AWS make one where there is none. Deleting it
 * leaves the VPC as it is, unless `forceDestroy` is set.
 */
export const defaultVpc: ResourceModel = {
    schema: {
        token: "aws:ec2/defaultVpc:DefaultVpc",
        required: {},
        optional: {
            assignGeneratedIpv6CidrBlock: "boolean",
            enableDnsHostnames: "boolean",
            enableDnsSupport: "boolean",
            forceDestroy: "boolean",
            ipv6IpamPoolId: "string",
            ipv6NetmaskLength: "integer",
            tags: stringMap,
        },
        settled: {
            enableNetworkAddressUsageMetrics: "boolean",
            ipv6CidrBlock: "string",
            ipv6CidrBlockNetworkBorderGroup: "string",
            region: "string",
        },
        computed: {
            arn: "string",
            cidrBlock: "string",
            defaultNetworkAclId: "string",
            defaultRouteTableId: "string",
            defaultSecurityGroupId: "string",
            dhcpOptionsId: "string",
            existingDefaultVpc: "boolean",
            instanceTenancy: "string",
            ipv6AssociationId: "string",
            mainRouteTableId: "string",
            ownerId: "string",
            tagsAll: stringMap,
        },
        defaults: { enableDnsHostnames: true, enableDnsSupport: true },
        replaceOn: ["region"],
        ignored: ["forceDestroy"],
    },
    operations: {
        service: "EC2",
        create: "CreateDefaultVpc",
        update: "ModifyVpcAttribute",
        delete: "DeleteVpc",
    },
    create(scope, inputs) {
        const { id } = lookAtDefaultVpc(scope) ?? makeDefaultVpc(scope, "program");
        vpc.update?.(scope, id, {}, inputs);
        return id;
    },
    read(scope, id, known) {
        const existingDefaultVpc = find(scope, "vpcs", id)?.defaultBy === "aws";
        const found = vpc.read(scope, id, known);
        return found && { ...found, existingDefaultVpc };
    },
    update(scope, id, olds, news) {
        vpc.update?.(scope, id, olds, news);
    },
    delete(scope, id, state) {
        if (read(state).flag("forceDestroy")) {
            vpc.delete(scope, id, state);
            forgetDefaultVpc(scope);
        }
    },
};
