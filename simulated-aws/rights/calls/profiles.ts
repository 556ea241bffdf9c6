import type { Call, ResourceCalls } from "../providerCalls";

/** How the tags of a profile and of its association with a VPC change. */
const TAGS: Call[] = [
    { call: "route53profiles:UntagResource", when: "tagsRemoved" },
    { call: "route53profiles:TagResource", when: "tagsAdded" },
];

/** Calls for Route 53 Profiles. */
export const profiles: ResourceCalls[] = [
    {
        token: "aws:route53/profilesProfile:ProfilesProfile",
        sources: [
            {
                file: "internal/service/route53profiles/profile.go",
                commit: "0cfdeeaa6fc3d43831c3af5367531417f869ec74",
            },
        ],
        create: ["route53profiles:CreateProfile", "route53profiles:GetProfile"],
        read: ["route53profiles:GetProfile", "route53profiles:ListTagsForResource"],
        update: TAGS,
        delete: ["route53profiles:DeleteProfile", "route53profiles:GetProfile"],
    },
    {
        token: "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation",
        sources: [
            {
                file: "internal/service/route53profiles/resource_association.go",
                commit: "01f431114674c27cf790fafb67ac274bf8f765e1",
            },
        ],
        create: [
            "route53profiles:AssociateResourceToProfile",
            "route53profiles:GetProfileResourceAssociation",
        ],
        read: ["route53profiles:GetProfileResourceAssociation"],
        update: [],
        delete: [
            "route53profiles:DisassociateResourceFromProfile",
            "route53profiles:GetProfileResourceAssociation",
        ],
    },
    {
        token: "aws:route53/profilesAssociation:ProfilesAssociation",
        sources: [
            {
                file: "internal/service/route53profiles/association.go",
                commit: "0d52b2b60fda528b71190ba76aae1b39a86a9211",
            },
        ],
        create: ["route53profiles:AssociateProfile", "route53profiles:GetProfileAssociation"],
        read: ["route53profiles:GetProfileAssociation", "route53profiles:ListTagsForResource"],
        update: TAGS,
        delete: ["route53profiles:DisassociateProfile", "route53profiles:GetProfileAssociation"],
    },
];
