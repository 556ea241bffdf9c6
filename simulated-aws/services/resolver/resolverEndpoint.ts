import type { CheckFailure, ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { ResolverEndpoint } from "../../world/objects/dns";
import { arnOf, find, issueHex, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { nameFailures, oneOf, RESOLVER_NAME } from "../validators";
import { demandPossible, demandRoom } from "./resolverEndpointRules";
import { interfacesOf, settleInterfaces, wantedAddresses } from "./resolverInterfaces";

/** `aws.route53.ResolverEndpoint`, for queries from outside, or for those that rules send out. */
export const resolverEndpoint: ResourceModel = {
    schema: {
        token: "aws:route53/resolverEndpoint:ResolverEndpoint",
        required: {
            direction: "string",
            ipAddresses: {
                list: {
                    object: { ip: "string", ipId: "string", ipv6: "string", subnetId: "string" },
                    required: ["subnetId"],
                },
                unordered: true,
            },
            securityGroupIds: stringSet,
        },
        optional: { tags: stringMap },
        settled: {
            name: "string",
            protocols: stringSet,
            region: "string",
            resolverEndpointType: "string",
            rniEnhancedMetricsEnabled: "boolean",
            targetNameServerMetricsEnabled: "boolean",
        },
        computed: { arn: "string", hostVpcId: "string", tagsAll: stringMap },
        autoName: { property: "name", maxLength: 64 },
        replaceOn: ["direction", "region", "securityGroupIds"],
        settledWithin: { ipAddresses: ["ip", "ipId", "ipv6"] },
    },
    operations: {
        service: "Route53Resolver",
        create: "CreateResolverEndpoint",
        update: "UpdateResolverEndpoint",
        delete: "DeleteResolverEndpoint",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", RESOLVER_NAME),
        ...directionFailures(inputs),
        ...oneOf(inputs, "resolverEndpointType", ["IPV6", "IPV4", "DUALSTACK"]),
    ],
    create(scope, inputs) {
        demandRoom(scope);
        const direction = read(inputs).text("direction");
        const changes = changeable(inputs);
        const securityGroupIds = read(inputs).texts("securityGroupIds");
        const wanted = wantedAddresses(inputs);
        const subnets = demandPossible(scope, { ...changes, securityGroupIds }, wanted);
        const endpoint = {
            id: `rslvr-${direction === "OUTBOUND" ? "out" : "in"}-${issueHex(scope.world, 17)}`,
            account: scope.account,
            region: scope.region,
            vpcId: subnets[0]?.vpcId ?? "",
            direction,
            securityGroupIds,
            addressIds: {},
            ...changes,
        };
        put(scope.world, "resolverEndpoints", settleInterfaces(scope, endpoint, wanted, subnets));
        return endpoint.id;
    },
    read(scope, id) {
        const found = find(scope, "resolverEndpoints", id);
        return found && outputsOf(scope, found);
    },
    update(scope, id, _olds, news) {
        const found = demandEndpoint(scope, id);
        const next = { ...found, ...changeable(news, found) };
        const wanted = wantedAddresses(news);
        const subnets = demandPossible(scope, next, wanted);
        put(scope.world, "resolverEndpoints", settleInterfaces(scope, next, wanted, subnets));
    },
    delete(scope, id) {
        if (list(scope, "resolverRules").some((rule) => rule.resolverEndpointId === id)) {
            throw new AwsError(
                "InvalidRequestException",
                `The resolver endpoint "${id}" is used by resolver rules.`,
            );
        }
        for (const each of interfacesOf(scope, demandEndpoint(scope, id))) {
            remove(scope.world, "networkInterfaces", each.id);
        }
        remove(scope.world, "resolverEndpoints", id);
    },
};

/** The directions of the model; of the others it says so. */
const DIRECTIONS = ["INBOUND", "OUTBOUND"];

function directionFailures(inputs: Properties): CheckFailure[] {
    const direction = read(inputs).text("direction", "INBOUND");
    if (DIRECTIONS.includes(direction)) {
        return [];
    }
    const reason = `the simulated AWS has resolver endpoints of the directions ${DIRECTIONS.join(" and ")} only, got ${direction}`;
    return [{ property: "direction", reason }];
}

function demandEndpoint(scope: Scope, id: string): ResolverEndpoint {
    const found = find(scope, "resolverEndpoints", id);
    if (found !== undefined) {
        return found;
    }
    throw new AwsError(
        "ResourceNotFoundException",
        `[RSLVR-00703] Resolver endpoint with ID "${id}" does not exist.`,
    );
}

/** What may change in place; omitted inputs take AWS's defaults, or stay. */
function changeable(inputs: Properties, found?: ResolverEndpoint) {
    const given = read(inputs);
    const protocols = given.texts("protocols");
    return {
        tags: given.tags(),
        name: given.text("name", found?.name ?? ""),
        type: given.text("resolverEndpointType", found?.type ?? "IPV4"),
        protocols: protocols.length > 0 ? protocols : (found?.protocols ?? ["Do53"]),
        rniEnhancedMetricsEnabled: given.flag(
            "rniEnhancedMetricsEnabled",
            found?.rniEnhancedMetricsEnabled,
        ),
        targetNameServerMetricsEnabled: given.flag(
            "targetNameServerMetricsEnabled",
            found?.targetNameServerMetricsEnabled,
        ),
    };
}

function outputsOf(scope: Scope, found: ResolverEndpoint): Properties {
    return {
        ...common(found),
        arn: arnOf(scope, "route53resolver", `resolver-endpoint/${found.id}`),
        direction: found.direction,
        hostVpcId: found.vpcId,
        ipAddresses: interfacesOf(scope, found).map((each) => ({
            ip: each.privateIp,
            ipId: found.addressIds[each.id],
            ipv6: each.ipv6Address,
            subnetId: each.subnetId,
        })),
        name: found.name,
        protocols: found.protocols,
        resolverEndpointType: found.type,
        rniEnhancedMetricsEnabled: found.rniEnhancedMetricsEnabled,
        securityGroupIds: found.securityGroupIds,
        targetNameServerMetricsEnabled: found.targetNameServerMetricsEnabled,
    };
}
