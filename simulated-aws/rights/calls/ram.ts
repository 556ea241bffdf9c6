import type { ResourceCalls } from "../providerCalls";

/** Calls for shares of AWS RAM. */
export const ram: ResourceCalls[] = [
    {
        token: "aws:ram/resourceShare:ResourceShare",
        sources: [
            {
                file: "internal/service/ram/resource_share.go",
                commit: "01f431114674c27cf790fafb67ac274bf8f765e1",
            },
        ],
        create: ["ram:CreateResourceShare", "ram:GetResourceShares"],
        read: ["ram:GetResourceShares", "ram:ListResourceSharePermissions"],
        update: [
            { call: "ram:UpdateResourceShare", when: { changed: "allowExternalPrincipals" } },
            { call: "ram:UpdateResourceShare", when: { changed: "name" } },
            { call: "ram:UntagResource", when: "tagsRemoved" },
            { call: "ram:TagResource", when: "tagsAdded" },
        ],
        delete: ["ram:DeleteResourceShare", "ram:GetResourceShares"],
    },
    ...[
        ["aws:ram/resourceAssociation:ResourceAssociation", "resource_association.go"],
        ["aws:ram/principalAssociation:PrincipalAssociation", "principal_association.go"],
    ].map(([token = "", file = ""]) => ({
        token,
        sources: [
            {
                file: `internal/service/ram/${file}`,
                commit: "04bea1b51d8292763bba568bbb71a367b0999273",
            },
        ],
        create: ["ram:GetResourceShareAssociations", "ram:AssociateResourceShare"],
        read: ["ram:GetResourceShareAssociations"],
        update: [],
        delete: ["ram:DisassociateResourceShare", "ram:GetResourceShareAssociations"],
    })),
    {
        token: "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive",
        sources: [
            {
                file: "internal/service/ram/resource_share_associations_exclusive.go",
                commit: "072688d687d0193f79d08a09258bfb841c174356",
            },
        ],
        create: [
            "ram:GetResourceShares",
            "ram:GetResourceShareAssociations",
            "ram:AssociateResourceShare",
        ],
        read: ["ram:GetResourceShares", "ram:GetResourceShareAssociations"],
        // Which of the two, the differences decide.
        update: [
            "ram:GetResourceShareAssociations",
            "ram:DisassociateResourceShare",
            "ram:AssociateResourceShare",
        ],
        delete: ["ram:GetResourceShareAssociations", "ram:DisassociateResourceShare"],
    },
];
