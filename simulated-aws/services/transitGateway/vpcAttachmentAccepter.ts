import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { TransitAttachment } from "../../world/objects/routing";
import { get, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { joinDefaultTables, leaveTables } from "./attachments";

const ASSOCIATION = "transitGatewayDefaultRouteTableAssociation";
const PROPAGATION = "transitGatewayDefaultRouteTablePropagation";

/** `aws.ec2transitgateway.VpcAttachmentAccepter`: the gateway's side of an attachment of another account. */
export const transitVpcAttachmentAccepter: ResourceModel = {
    schema: {
        token: "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter",
        required: { transitGatewayAttachmentId: "string" },
        optional: { tags: stringMap, [ASSOCIATION]: "boolean", [PROPAGATION]: "boolean" },
        settled: { region: "string" },
        computed: {
            applianceModeSupport: "string",
            dnsSupport: "string",
            ipv6Support: "string",
            securityGroupReferencingSupport: "string",
            subnetIds: stringSet,
            tagsAll: stringMap,
            transitGatewayId: "string",
            vpcId: "string",
            vpcOwnerId: "string",
        },
        replaceOn: ["region", "transitGatewayAttachmentId"],
    },
    operations: {
        service: "EC2",
        create: "AcceptTransitGatewayVpcAttachment",
        update: "ModifyTransitGatewayVpcAttachment",
        delete: "DeleteTransitGatewayVpcAttachment",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const found = received(scope, given.text("transitGatewayAttachmentId"));
        if (found === undefined || found.isAvailable) {
            const id = given.text("transitGatewayAttachmentId");
            throw found === undefined
                ? new AwsError(
                      "InvalidTransitGatewayAttachmentID.NotFound",
                      `Transit Gateway Attachment ${id} was deleted or does not exist.`,
                  )
                : new AwsError("IncorrectState", `${id} is in invalid state.`);
        }
        const accepterTags = given.tags();
        put(scope.world, "transitAttachments", { ...found, isAvailable: true, accepterTags });
        joinDefaultTables(scope.world, found, {
            association: given.flag(ASSOCIATION, true),
            propagation: given.flag(PROPAGATION, true),
        });
        return found.id;
    },
    read(scope, id) {
        const found = received(scope, id);
        return (
            found && {
                securityGroupReferencingSupport: "enable",
                ...(found.settings as Properties),
                [ASSOCIATION]: undefined,
                [PROPAGATION]: undefined,
                region: scope.region,
                subnetIds: found.subnetIds,
                tags: Object.keys(found.accepterTags).length === 0 ? undefined : found.accepterTags,
                tagsAll: { ...found.accepterTags },
                transitGatewayAttachmentId: id,
                transitGatewayId: found.gatewayId,
                vpcId: found.vpcId,
                vpcOwnerId: found.account,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = received(scope, id);
        if (found !== undefined) {
            put(scope.world, "transitAttachments", { ...found, accepterTags: read(news).tags() });
        }
    },
    delete(scope, id) {
        leaveTables(scope.world, id);
        remove(scope.world, "transitAttachments", id);
    },
};

/** An attachment to a gateway of the caller. */
function received({ world, account, region }: Scope, id: string): TransitAttachment | undefined {
    const found = get(world, "transitAttachments", id);
    const gateway = get(world, "transitGateways", found?.gatewayId ?? "");
    return gateway?.account === account && gateway.region === region ? found : undefined;
}
