import fc from "fast-check";

import type { Form } from "../../../policy-pack/stack/form";
import { NATIVE_TYPES } from "../../../policy-pack/stack/nativeTypes";
import * as resourceTypes from "../../../policy-pack/stack/resourceTypes";
import { TYPES_READ_BY_INPUT } from "../../../policy-pack/stack/resourceTypes";
import { TERRAFORM_TYPES } from "../../../policy-pack/stack/terraformTypes";
import { toWrittenName } from "../../../policy-pack/stack/writtenForm";
import { accountPolicy, deliveryTrust } from "./resources";
import { Later, secret, type TestResource } from "./testResource";

const TYPES = [
    ...Object.values(resourceTypes).filter((type) => typeof type === "string"),
    ...resourceTypes.UNREAD_BESIDE_ENDPOINTS,
];
const OTHERS = [
    ...Object.keys(NATIVE_TYPES),
    ...Object.keys(TERRAFORM_TYPES).map((name) => `net:tf:${name}`),
];

/** The names that another provider has for what the pack reads. */
function namesOf({ names = {}, within = {}, where = {} }: Form): string[] {
    return [
        ...Object.values(names),
        ...Object.values(where).map(([property]) => property),
        ...Object.values(within).flatMap(namesOf),
    ];
}

/** Every property that some policy reads, and three that every object has anyway. */
const NAMES = `
    deliverCrossAccountRole logFormat
    desiredState kmsMasterKeyId keyId logGroupName maxEntries properties typeName
    addressFamily aliasTarget aliases allowExternalPrincipals allowedAccountIds applyServerSideEncryptionByDefault arn
    assumeRolePolicy assumeRoles availabilityZone availabilityZoneId bucket cidr cidrBlock cidrBlocks cidrIpv4 cidrIpv6 clusterName connectivityType description
    defaultRouteTableId destinationCidrBlock dhcpOptionsId dnsEntries dnsName dnsOptions dnsRecordIpType egress enableDnsHostnames enableDnsSupport endpointPrivateAccess
    endpointPublicAccess eniId entries existingFlowLogId flowLogs fromPort gatewayId iamRoleArn id ingress ipAddressType ipProtocol
    ipv6CidrBlock ipv6CidrBlocks ipv6IpamPoolId ipv6Native kmsKeyId logDestination logDestinationType name
    natGatewayId networkInterfaceIds ownerId policy prefixListId prefixListIds principal privateDnsEnabled profileId protocol records
    referencedSecurityGroupId region replaceDefaultAssociation resourceArn resourceId resourceShareArn retentionInDays
    domainName domainNameServers resolverRuleId resourceRecordSets resourceRecords routeTableId routes rule ruleType rules securityGroupId securityGroupIds securityGroups self
    serverSideEncryptionConfiguration serverSideEncryptionConfigurations serviceRegion sseAlgorithm subnetId subnetIds toPort value
    templateBody templateUrl serviceName trafficType transitGatewayId type vpcConfig vpcEndpointId vpcEndpointType vpcId vpcs zoneId
    __proto__ constructor toString
`
    .trim()
    .split(/\s+/);

const KEYS = [
    ...NAMES,
    ...NAMES.map((name) => toWrittenName(name, { isSnakeCase: true })),
    ...[...Object.values(NATIVE_TYPES), ...Object.values(TERRAFORM_TYPES)].flatMap(namesOf),
];

const text = fc.oneof(
    fc.constantFrom(
        "",
        "id-1",
        "id-2",
        "tcp",
        "-1",
        "0.0.0.0/0",
        "::/0",
        "ipv4",
        "dualstack",
        "s3",
        "aws:kms",
        "VPC",
        "Subnet",
        "not-specified",
        "AWS::EC2::VPCEndpoint",
        "AWS::EC2::SecurityGroup",
    ),
    fc.constantFrom(
        "{",
        "[]",
        "null",
        '"*"',
        accountPolicy(),
        deliveryTrust(),
        "eks.eu-central-1.amazonaws.com",
        "oidc.eks.eu-central-1.amazonaws.com",
        "A",
        "AAAA",
        "Interface",
        "\ud800",
        "\udc00\ud800eks",
    ),
    fc.string({ unit: "binary" }),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 6 },
        text,
        fc.constantFrom(true, false, null, 0, 443, -1, 1e300),
        text.map((known) => new Later(known)),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 5 }),
        tie("value").map(secret),
    ),
}));

const properties = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 8 });

/** Most endpoints are EKS ones, since nothing else is read of others. */
const serviceName = fc.oneof(
    {
        weight: 5,
        arbitrary: fc
            .constantFrom("eks", "eks-auth", "oidc-eks")
            .map((name) => `com.amazonaws.eu-central-1.${name}`),
    },
    { weight: 1, arbitrary: value },
);

/** Providers of one account, of another, and of none that can be read. */
const provider = fc
    .record({ assumeRoles: value, allowedAccountIds: value, profile: value }, { requiredKeys: [] })
    .map((inputs) => ({ type: "pulumi:providers:aws", name: "p", inputs, computed: {} }));

const resource: fc.Arbitrary<TestResource> = fc.record({
    type: fc.oneof(
        fc.constantFrom(...TYPES),
        fc.constant(resourceTypes.VPC_ENDPOINT),
        fc.constantFrom(...OTHERS),
        fc.constantFrom(...TYPES_READ_BY_INPUT),
    ),
    name: fc.constantFrom("a", "b", "c", "d", "e", "f", "\ud800"),
    inputs: fc
        .tuple(properties, serviceName)
        .map(([inputs, service]) => ({ ...inputs, serviceName: service })),
    computed: properties,
    provider: fc.option(provider, { nil: undefined }),
});

/** References between the resources of a stack, under properties that policies follow. */
const references = fc.array(
    fc.record({
        from: fc.nat(),
        to: fc.nat(),
        property: fc.constantFrom(
            "vpcId",
            "vpcConfig",
            "dhcpOptionsId",
            "natGatewayId",
            "routeTableId",
            "vpcEndpointId",
            "securityGroupId",
            "prefixListId",
            "ingress",
            "zoneId",
            "aliases",
            "profileId",
            "resourceArn",
            "resourceId",
            "resourceShareArn",
            "subnetIds",
            "groupId",
            "keyId",
            "kmsKeyId",
            "logDestination",
            "bucket",
            "bucketEncryption",
            "securityGroupIngress",
        ),
        inList: fc.boolean(),
    }),
    { maxLength: 20 },
);

/** Stacks of resources with missing fields, wrong types, unknown and secret values at any depth, and invalid UTF-16. */
export const oddStacks = fc
    .tuple(fc.array(resource, { minLength: 1, maxLength: 16 }), references)
    .map(([resources, links]) => {
        for (const { from, to, property, inList } of links) {
            const [source, target] = [
                resources[from % resources.length],
                resources[to % resources.length],
            ];
            const reference = new Later(target?.computed.id, target ? [target] : []);
            Object.assign(source?.inputs ?? {}, { [property]: inList ? [reference] : reference });
        }
        return resources;
    });
