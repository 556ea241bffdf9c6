import type { Right } from "./right";
import { createdBy, ownedBy } from "./subjects";

const COMPONENT = "EksEndpointShare";

const PROFILES = "arn:aws:route53profiles:<region>:<account>:profile/*";
const SHARES = "arn:aws:ram:<region>:<account>:resource-share/*";

/** Rights on a profile that carries the zones. */
export const profile: Right[] = [
    {
        sid: "FindLostResources",
        use: "optional",
        reason: "What an interrupted update has left behind is found by its tag; without it nothing is said of it.",
        actions: ["tag:GetResources"],
    },
    {
        sid: "ReadProfile",
        use: "read",
        reason: "Route 53 Profiles judge most actions on no resource.",
        actions: [
            "route53profiles:GetProfile",
            "route53profiles:GetProfileResourceAssociation",
            "route53profiles:ListTagsForResource",
        ],
    },
    {
        sid: "CreateProfile",
        use: "write",
        reason: "The profile has to carry the share's tag from the start.",
        actions: ["route53profiles:CreateProfile"],
        conditions: createdBy(COMPONENT),
    },
    {
        sid: "TagNewProfile",
        use: "write",
        reason: "Tags that go with the creation need the right to tag (unverified for profiles).",
        actions: ["route53profiles:TagResource"],
        resources: [PROFILES],
        conditions: createdBy(COMPONENT),
    },
    {
        sid: "ChangeProfileTags",
        use: "write",
        reason: "Tags of the share's own profile.",
        actions: ["route53profiles:TagResource", "route53profiles:UntagResource"],
        resources: [PROFILES],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "DeleteProfile",
        use: "write",
        reason: "AWS judges it on no resource, and by no key.",
        actions: ["route53profiles:DeleteProfile"],
    },
    {
        sid: "PutZonesIntoProfile",
        use: "write",
        reason: "Hosted zones, and nothing else.",
        actions: [
            "route53profiles:AssociateResourceToProfile",
            "route53profiles:DisassociateResourceFromProfile",
        ],
        conditions: {
            "ForAllValues:StringEquals": { "route53profiles:ResourceTypes": ["HostedZone"] },
        },
    },
];

/** Rights on the share of a profile. */
export const principals: Right[] = [
    {
        sid: "ReadShares",
        use: "read",
        reason: "AWS shows shares, and what is in them, all or none.",
        actions: ["ram:GetResourceShares", "ram:GetResourceShareAssociations"],
    },
    {
        sid: "ReadPermissions",
        use: "read",
        reason: "What the share lets others do.",
        actions: ["ram:ListResourceSharePermissions"],
        resources: [SHARES],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "CreateShare",
        use: "write",
        reason: "A share with the component's tag, and only inside the organisation.",
        actions: ["ram:CreateResourceShare"],
        conditions: {
            ...createdBy(COMPONENT),
            Bool: { "ram:RequestedAllowsExternalPrincipals": ["false"] },
        },
    },
    {
        sid: "TagNewShare",
        use: "write",
        reason: "Tags that go with the creation need the right to tag (unverified for shares).",
        actions: ["ram:TagResource"],
        resources: [SHARES],
        conditions: createdBy(COMPONENT),
    },
    {
        sid: "ChangeShare",
        use: "write",
        reason: "Members, tags and deletion of the component's own share.",
        actions: [
            "ram:AssociateResourceShare",
            "ram:DisassociateResourceShare",
            "ram:UpdateResourceShare",
            "ram:TagResource",
            "ram:UntagResource",
            "ram:DeleteResourceShare",
        ],
        resources: [SHARES],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "WriteProfilePolicy",
        use: "write",
        reason: "RAM writes the policy of what is shared, as the caller (unverified for profiles).",
        actions: ["route53profiles:GetProfilePolicy", "route53profiles:PutProfilePolicy"],
        resources: [PROFILES],
        conditions: ownedBy(COMPONENT),
    },
];
