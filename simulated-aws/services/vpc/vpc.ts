import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Vpc } from "../../world/objects/network";
import { all, arnOf, demand, issueId, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { cidrFailures, oneOf } from "../validators";
import { findVisibleVpc } from "./sharedVpc";
import {
    createDefaults,
    generatedRange,
    hasDependents,
    isGenerated,
    openToIpv6,
} from "./vpcDefaults";

/** `aws.ec2.Vpc`. With it come a default security group without rules from outside, and a main route table. */
export const vpc: ResourceModel = {
    schema: {
        token: "aws:ec2/vpc:Vpc",
        required: {},
        optional: {
            assignGeneratedIpv6CidrBlock: "boolean",
            enableDnsSupport: "boolean",
            instanceTenancy: "string",
            ipv4IpamPoolId: "string",
            ipv4NetmaskLength: "integer",
            ipv6IpamPoolId: "string",
            ipv6NetmaskLength: "integer",
            tags: stringMap,
        },
        settled: {
            cidrBlock: "string",
            enableDnsHostnames: "boolean",
            enableNetworkAddressUsageMetrics: "boolean",
            ipv6CidrBlock: "string",
            ipv6CidrBlockNetworkBorderGroup: "string",
            region: "string",
        },
        computed: {
            arn: "string",
            defaultNetworkAclId: "string",
            defaultRouteTableId: "string",
            defaultSecurityGroupId: "string",
            dhcpOptionsId: "string",
            ipv6AssociationId: "string",
            mainRouteTableId: "string",
            ownerId: "string",
            tagsAll: stringMap,
        },
        defaults: { enableDnsSupport: true, instanceTenancy: "default" },
        replaceOn: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "region"],
        unsettledBy: {
            ipv6CidrBlock: ["assignGeneratedIpv6CidrBlock"],
            ipv6AssociationId: ["assignGeneratedIpv6CidrBlock", "ipv6CidrBlock"],
        },
    },
    operations: {
        service: "EC2",
        create: "CreateVpc",
        update: "ModifyVpcAttribute",
        delete: "DeleteVpc",
    },
    check: (inputs) => [
        ...cidrFailures(inputs, "cidrBlock", 4, [16, 28]),
        ...cidrFailures(inputs, "ipv6CidrBlock", 6),
        ...oneOf(inputs, "instanceTenancy", ["default", "dedicated"]),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        if (!given.has("cidrBlock")) {
            throw new AwsError(
                "MissingParameter",
                "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
            );
        }
        const { world, account, region } = scope;
        const id = issueId(world, "vpc");
        const hasIpv6 = given.flag("assignGeneratedIpv6CidrBlock") || given.has("ipv6CidrBlock");
        put(world, "vpcs", {
            id,
            account,
            region,
            tags: given.tags(),
            cidrBlock: given.text("cidrBlock"),
            secondaryCidrBlocks: {},
            ipv6CidrBlock: hasIpv6 ? given.text("ipv6CidrBlock", generatedRange(scope)) : "",
            ipv6AssociationId: hasIpv6 ? issueId(world, "vpc-cidr-assoc") : "",
            instanceTenancy: given.text("instanceTenancy", "default"),
            enableDnsSupport: given.flag("enableDnsSupport", true),
            enableDnsHostnames: given.flag("enableDnsHostnames"),
            enableNetworkAddressUsageMetrics: given.flag("enableNetworkAddressUsageMetrics"),
            ...createDefaults(scope, id, hasIpv6),
        });
        return id;
    },
    read(scope, id) {
        const found = findVisibleVpc(scope, id);
        return (
            found && {
                ...vpcOutputs(scope, found),
                assignGeneratedIpv6CidrBlock: isGenerated(found),
            }
        );
    },
    update(scope, id, _olds, news) {
        const given = read(news);
        const found = demand(scope, "vpcs", id);
        const wantsIpv6 = given.flag("assignGeneratedIpv6CidrBlock") || given.has("ipv6CidrBlock");
        const keepsIpv6 = wantsIpv6 && found.ipv6CidrBlock !== "";
        if (wantsIpv6 && !keepsIpv6) {
            openToIpv6(scope, found);
        }
        put(scope.world, "vpcs", {
            ...found,
            tags: given.tags(),
            enableDnsSupport: given.flag("enableDnsSupport", true),
            enableDnsHostnames: given.flag("enableDnsHostnames", found.enableDnsHostnames),
            ...(keepsIpv6
                ? {}
                : {
                      ipv6CidrBlock: wantsIpv6
                          ? given.text("ipv6CidrBlock", generatedRange(scope))
                          : "",
                      ipv6AssociationId: wantsIpv6 ? issueId(scope.world, "vpc-cidr-assoc") : "",
                  }),
        });
    },
    delete(scope, id) {
        const found = demand(scope, "vpcs", id);
        if (hasDependents(scope, found)) {
            throw new AwsError(
                "DependencyViolation",
                `The vpc '${id}' has dependencies and cannot be deleted.`,
            );
        }
        const own = all(scope.world, "securityGroupRules").filter(
            (rule) => rule.groupId === found.defaultSecurityGroupId,
        );
        for (const rule of own) {
            remove(scope.world, "securityGroupRules", rule.id);
        }
        remove(scope.world, "securityGroups", found.defaultSecurityGroupId);
        remove(scope.world, "routeTables", found.mainRouteTableId);
        remove(scope.world, "networkAcls", found.defaultNetworkAclId);
        remove(scope.world, "vpcs", id);
    },
};

/** Outputs that the resource and the look-up have in common. */
export function vpcOutputs(scope: Scope, found: Vpc) {
    return {
        ...common(found),
        arn: arnOf({ ...scope, account: found.account }, "ec2", `vpc/${found.id}`),
        cidrBlock: found.cidrBlock,
        ipv6CidrBlock: found.ipv6CidrBlock,
        ipv6AssociationId: found.ipv6AssociationId,
        ipv6CidrBlockNetworkBorderGroup: found.ipv6CidrBlock === "" ? "" : found.region,
        instanceTenancy: found.instanceTenancy,
        enableDnsSupport: found.enableDnsSupport,
        enableDnsHostnames: found.enableDnsHostnames,
        enableNetworkAddressUsageMetrics: found.enableNetworkAddressUsageMetrics,
        defaultSecurityGroupId: found.defaultSecurityGroupId,
        defaultRouteTableId: found.originalRouteTableId ?? found.mainRouteTableId,
        mainRouteTableId: found.mainRouteTableId,
        defaultNetworkAclId: found.defaultNetworkAclId,
        dhcpOptionsId: found.dhcpOptionsId,
        ownerId: found.account,
    };
}

/** All IPv4 ranges of a VPC, the first one first. */
export function ipv4RangesOf(found: Vpc): string[] {
    return [found.cidrBlock, ...Object.values(found.secondaryCidrBlocks)];
}
