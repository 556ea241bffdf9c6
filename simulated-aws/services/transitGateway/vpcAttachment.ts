import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { pick, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { arnOf, demand, find, get, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { attachmentsOf, demandGateway, joinDefaultTables, leaveTables } from "./attachments";

const ASSOCIATION = "transitGatewayDefaultRouteTableAssociation";
const PROPAGATION = "transitGatewayDefaultRouteTablePropagation";
const SETTINGS = [
    "applianceModeSupport",
    "dnsSupport",
    "ipv6Support",
    "securityGroupReferencingSupport",
    ASSOCIATION,
    PROPAGATION,
];

/** `aws.ec2transitgateway.VpcAttachment`; to the gateway of another account it waits there to be accepted. */
export const transitVpcAttachment: ResourceModel = {
    schema: {
        token: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
        required: { subnetIds: stringSet, transitGatewayId: "string", vpcId: "string" },
        optional: {
            applianceModeSupport: "string",
            dnsSupport: "string",
            ipv6Support: "string",
            tags: stringMap,
        },
        settled: {
            region: "string",
            securityGroupReferencingSupport: "string",
            [ASSOCIATION]: "boolean",
            [PROPAGATION]: "boolean",
        },
        computed: { arn: "string", tagsAll: stringMap, vpcOwnerId: "string" },
        defaults: { applianceModeSupport: "disable", dnsSupport: "enable", ipv6Support: "disable" },
        replaceOn: ["region", "transitGatewayId", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "CreateTransitGatewayVpcAttachment",
        update: "ModifyTransitGatewayVpcAttachment",
        delete: "DeleteTransitGatewayVpcAttachment",
    },
    create(scope, inputs) {
        const { world, account, region } = scope;
        const given = read(inputs);
        const gateway = demandGateway(scope, given.text("transitGatewayId"));
        const vpcId = demand(scope, "vpcs", given.text("vpcId")).id;
        const subnetIds = given.texts("subnetIds");
        for (const id of subnetIds) {
            demand(scope, "subnets", id);
        }
        if (attachmentsOf(world, gateway.id).some((each) => each.vpcId === vpcId)) {
            throw new AwsError(
                "DuplicateTransitGatewayAttachment",
                `${gateway.id} has non-deleted Transit Gateway Attachments with same VPC ID.`,
            );
        }
        const isOwn = gateway.account === account;
        const isAvailable = isOwn || gateway.settings.autoAcceptSharedAttachments === "enable";
        const attachment = put(world, "transitAttachments", {
            id: issueId(world, "tgw-attach"),
            account,
            region,
            tags: given.tags(),
            gatewayId: gateway.id,
            vpcId,
            subnetIds,
            isAvailable,
            settings: pick(inputs, SETTINGS),
            accepterTags: {},
        });
        if (isAvailable) {
            joinDefaultTables(world, attachment, {
                association: given.flag(ASSOCIATION, true),
                propagation: given.flag(PROPAGATION, true),
            });
        }
        return attachment.id;
    },
    read(scope, id) {
        const found = find(scope, "transitAttachments", id);
        if (found === undefined) {
            return undefined;
        }
        const isIn = (ids: string[] = []) => ids.includes(id);
        const gateway = get(scope.world, "transitGateways", found.gatewayId);
        const tableOf = (tableId = "") => get(scope.world, "transitTables", tableId);
        return {
            ...common(found),
            securityGroupReferencingSupport: "enable",
            ...(found.settings as Properties),
            [ASSOCIATION]: isIn(tableOf(gateway?.associationTableId)?.associated),
            [PROPAGATION]: isIn(tableOf(gateway?.propagationTableId)?.propagating),
            arn: arnOf(scope, "ec2", `transit-gateway-attachment/${id}`),
            subnetIds: found.subnetIds,
            transitGatewayId: found.gatewayId,
            vpcId: found.vpcId,
            vpcOwnerId: found.account,
        };
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "transitAttachments", id);
        const subnetIds = read(news).texts("subnetIds");
        const settings = pick(news, SETTINGS);
        const tags = read(news).tags();
        put(scope.world, "transitAttachments", { ...found, tags, subnetIds, settings });
    },
    delete(scope, id) {
        leaveTables(scope.world, id);
        remove(scope.world, "transitAttachments", id);
    },
};
