import type { FunctionModel } from "../model/resource";
import { stringMap, strings, stringSet } from "../model/schema";
import { type Properties, read } from "../model/values";
import { dnsOptionsOf, endpointOutputs } from "../services/endpoints/endpointOutputs";
import { type EndpointService, endpointServices } from "../world/endpointServices";
import { AwsError } from "../world/errors";
import type { Endpoint } from "../world/objects/network";
import { arnOf, list } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { filters, fits, theOnly } from "./filters";

/** An endpoint service: where it is offered and what it supports. */
export const getVpcEndpointService: FunctionModel = {
    schema: {
        token: "aws:ec2/getVpcEndpointService:getVpcEndpointService",
        args: {
            filters,
            service: "string",
            serviceName: "string",
            serviceRegions: stringSet,
            serviceType: "string",
            tags: stringMap,
        },
        result: {
            acceptanceRequired: "boolean",
            arn: "string",
            availabilityZones: stringSet,
            baseEndpointDnsNames: stringSet,
            filters,
            id: "string",
            managesVpcEndpoints: "boolean",
            owner: "string",
            privateDnsName: "string",
            privateDnsNames: stringSet,
            region: "string",
            service: "string",
            serviceId: "string",
            serviceName: "string",
            serviceRegion: "string",
            serviceRegions: stringSet,
            serviceType: "string",
            supportedIpAddressTypes: stringSet,
            tags: stringMap,
            vpcEndpointPolicySupported: "boolean",
        },
        optionalResult: ["filters", "service", "serviceRegions"],
    },
    operations: { service: "EC2", call: "DescribeVpcEndpointServices" },
    call: (scope, args) => {
        const { service, type } = theService(scope, args);
        const [privateDnsName] = service.privateDnsNames;
        const isGateway = type === "Gateway";
        return {
            filters: args.filters,
            service: args.service,
            serviceRegions: args.serviceRegions,
            acceptanceRequired: false,
            arn: arnOf(
                { ...scope, account: "amazon" },
                "ec2",
                `vpc-endpoint-service/${service.serviceName}`,
            ),
            availabilityZones: service.availabilityZones,
            baseEndpointDnsNames: [service.baseEndpointDnsName],
            id: service.serviceName,
            managesVpcEndpoints: false,
            owner: "amazon",
            privateDnsName: isGateway ? "" : (privateDnsName ?? ""),
            privateDnsNames: isGateway ? [] : service.privateDnsNames,
            region: scope.region,
            serviceId: `vpce-svc-${service.serviceName.length.toString(16).padStart(17, "0")}`,
            serviceName: service.serviceName,
            serviceRegion: scope.region,
            serviceType: type,
            supportedIpAddressTypes: service.ipAddressTypes,
            tags: {},
            vpcEndpointPolicySupported: service.policySupported,
        };
    },
};

/** The provider's shorthand only puts `com.amazonaws.<region>.` before the name. */
function theService(scope: Scope, args: Properties): { service: EndpointService; type: string } {
    const given = read(args);
    const wanted = given.has("service")
        ? `com.amazonaws.${scope.region}.${given.text("service")}`
        : given.text("serviceName");
    const services = endpointServices(scope.world, scope.region);
    if (wanted !== "" && !services.some(({ serviceName }) => serviceName === wanted)) {
        throw new AwsError(
            "InvalidServiceName",
            `The Vpc Endpoint Service '${wanted}' does not exist`,
        );
    }
    const offered = services
        .filter(({ serviceName }) => wanted === "" || serviceName === wanted)
        .flatMap((service) => service.types.map((type) => ({ service, type })))
        .filter(({ service, type }) => {
            const facets = {
                owner: "amazon",
                "service-name": service.serviceName,
                "service-type": type,
                "supported-ip-address-types": service.ipAddressTypes,
            };
            return fits({ ...args, tags: {} }, facets, {}, { serviceType: "service-type" });
        });
    return theOnly(offered, "VPC Endpoint Service");
}

/** One endpoint. */
export const getVpcEndpoint: FunctionModel = {
    schema: {
        token: "aws:ec2/getVpcEndpoint:getVpcEndpoint",
        args: {
            filters,
            id: "string",
            region: "string",
            serviceName: "string",
            serviceRegion: "string",
            state: "string",
            tags: stringMap,
            vpcEndpointType: "string",
            vpcId: "string",
        },
        result: {
            arn: "string",
            cidrBlocks: strings,
            dnsEntries: { list: { object: { dnsName: "string", hostedZoneId: "string" } } },
            dnsOptions: { list: "any" },
            filters,
            id: "string",
            ipAddressType: "string",
            networkInterfaceIds: stringSet,
            ownerId: "string",
            policy: "string",
            prefixListId: "string",
            privateDnsEnabled: "boolean",
            region: "string",
            requesterManaged: "boolean",
            routeTableIds: stringSet,
            securityGroupIds: stringSet,
            serviceName: "string",
            serviceRegion: "string",
            state: "string",
            subnetIds: stringSet,
            tags: stringMap,
            vpcEndpointType: "string",
            vpcId: "string",
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeVpcEndpoints" },
    call: (scope, args) => {
        const byArgument = {
            id: "vpc-endpoint-id",
            serviceName: "service-name",
            serviceRegion: "service-region",
            state: "vpc-endpoint-state",
            vpcEndpointType: "vpc-endpoint-type",
            vpcId: "vpc-id",
        };
        const matching = list(scope, "endpoints").filter((each) =>
            fits(args, endpointFacets(each), each.tags, byArgument),
        );
        const found = theOnly(matching, "EC2 VPC Endpoint");
        return {
            ...endpointOutputs(scope, found),
            filters: args.filters,
            dnsOptions: [dnsOptionsOf(found)],
            id: found.id,
            tags: { ...found.tags },
        };
    },
};

function endpointFacets(found: Endpoint) {
    return {
        "ip-address-type": found.ipAddressType,
        "service-name": found.serviceName,
        "service-region": found.region,
        "vpc-endpoint-id": found.id,
        "vpc-endpoint-state": "available",
        "vpc-endpoint-type": found.type,
        "vpc-id": found.vpcId,
    };
}
