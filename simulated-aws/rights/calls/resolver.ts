import type { ResourceCalls } from "../providerCalls";

/** Calls for Route 53 Resolver endpoints. */
export const resolver: ResourceCalls[] = [
    {
        token: "aws:route53/resolverEndpoint:ResolverEndpoint",
        sources: [
            {
                file: "internal/service/route53resolver/endpoint.go",
                commit: "01c08000ddb14181b5bd19201d8fca311dc570e4",
            },
            { file: "internal/service/route53resolver/endpoint.go" },
        ],
        create: ["route53resolver:CreateResolverEndpoint", "route53resolver:GetResolverEndpoint"],
        read: [
            "route53resolver:GetResolverEndpoint",
            "route53resolver:ListResolverEndpointIpAddresses",
            "route53resolver:ListTagsForResource",
        ],
        update: [
            ...["name", "protocols", "resolverEndpointType"].map((changed) => ({
                call: "route53resolver:UpdateResolverEndpoint",
                when: { changed },
            })),
            {
                call: "route53resolver:AssociateResolverEndpointIpAddress",
                when: { grows: "ipAddresses" },
            },
            {
                call: "route53resolver:DisassociateResolverEndpointIpAddress",
                when: { shrinks: "ipAddresses" },
            },
            { call: "route53resolver:UntagResource", when: "tagsRemoved" },
            { call: "route53resolver:TagResource", when: "tagsAdded" },
        ],
        delete: ["route53resolver:DeleteResolverEndpoint", "route53resolver:GetResolverEndpoint"],
    },
];
