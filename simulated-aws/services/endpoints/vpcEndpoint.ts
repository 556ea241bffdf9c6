import type { ResourceModel } from "../../model/resource";
import { stringMap, strings, stringSet } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { demand, find, issueHex, issueId, put, remove } from "../../world/objectsOf";
import { jsonFailures, oneOf } from "../validators";
import { fixedAddresses, interfacesOf, settleInterfaces } from "./endpointInterfaces";
import { dnsOptionsOf, endpointOutputs } from "./endpointOutputs";
import { planChange, planNew } from "./endpointPlan";
import { demandPossible } from "./endpointRules";

const TYPES = ["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork"];

/** `aws.ec2.VpcEndpoint`, of the types Interface and Gateway. */
export const vpcEndpoint: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcEndpoint:VpcEndpoint",
        required: { vpcId: "string" },
        optional: {
            autoAccept: "boolean",
            resourceConfigurationArn: "string",
            serviceName: "string",
            serviceNetworkArn: "string",
            tags: stringMap,
            vpcEndpointType: "string",
        },
        settled: {
            dnsOptions: {
                object: {
                    dnsRecordIpType: "string",
                    privateDnsOnlyForInboundResolverEndpoint: "boolean",
                    privateDnsPreference: "string",
                    privateDnsSpecifiedDomains: stringSet,
                },
            },
            ipAddressType: "string",
            policy: "string",
            privateDnsEnabled: "boolean",
            region: "string",
            routeTableIds: stringSet,
            securityGroupIds: stringSet,
            serviceRegion: "string",
            subnetConfigurations: {
                list: { object: { ipv4: "string", ipv6: "string", subnetId: "string" } },
                unordered: true,
            },
            subnetIds: stringSet,
        },
        computed: {
            arn: "string",
            cidrBlocks: strings,
            dnsEntries: { list: { object: { dnsName: "string", hostedZoneId: "string" } } },
            networkInterfaceIds: strings,
            ownerId: "string",
            prefixListId: "string",
            requesterManaged: "boolean",
            state: "string",
            tagsAll: stringMap,
        },
        defaults: { vpcEndpointType: "Gateway" },
        replaceOn: [
            "dnsOptions.privateDnsPreference",
            "dnsOptions.privateDnsSpecifiedDomains",
            "region",
            "resourceConfigurationArn",
            "serviceName",
            "serviceNetworkArn",
            "serviceRegion",
            "vpcEndpointType",
            "vpcId",
        ],
        documents: ["policy"],
        ignored: ["autoAccept"],
        unsettledBy: {
            networkInterfaceIds: ["subnetIds", "subnetConfigurations"],
            subnetConfigurations: ["subnetIds"],
        },
    },
    operations: {
        service: "EC2",
        create: "CreateVpcEndpoint",
        update: "ModifyVpcEndpoint",
        delete: "DeleteVpcEndpoints",
    },
    check: (inputs) => [
        ...oneOf(inputs, "vpcEndpointType", TYPES),
        ...oneOf(inputs, "ipAddressType", ["ipv4", "dualstack", "ipv6"]),
        ...oneOf(read(inputs).record("dnsOptions"), "dnsRecordIpType", [
            "ipv4",
            "dualstack",
            "ipv6",
            "service-defined",
        ]).map(({ reason }) => ({ property: "dnsOptions.dnsRecordIpType", reason })),
        ...jsonFailures(inputs, "policy"),
    ],
    replaces: (property, olds) =>
        property === "privateDnsEnabled" && olds.vpcEndpointType !== "Interface",
    create(scope, inputs) {
        if (read(inputs).text("serviceRegion", scope.region) !== scope.region) {
            throw new AwsError(
                "InvalidParameter",
                "The service does not support cross-region endpoints.",
            );
        }
        const plan = planNew(scope, inputs);
        demandPossible(scope, plan);
        const fixed = fixedAddresses(inputs, plan.subnetIds);
        const endpoint = {
            ...plan,
            id: issueId(scope.world, "vpce"),
            account: scope.account,
            region: scope.region,
            nameSuffix: issueHex(scope.world, 8),
        };
        settleInterfaces(scope, endpoint, fixed);
        put(scope.world, "endpoints", endpoint);
        return endpoint.id;
    },
    read(scope, id) {
        const found = find(scope, "endpoints", id);
        return found && { ...endpointOutputs(scope, found), dnsOptions: dnsOptionsOf(found) };
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "endpoints", id);
        const plan = planChange(found, news);
        demandPossible(scope, plan, id);
        const next = { ...found, ...plan };
        settleInterfaces(scope, next, fixedAddresses(news, plan.subnetIds));
        put(scope.world, "endpoints", next);
    },
    delete(scope, id) {
        for (const each of interfacesOf(scope, demand(scope, "endpoints", id))) {
            remove(scope.world, "networkInterfaces", each.id);
        }
        remove(scope.world, "endpoints", id);
    },
};
