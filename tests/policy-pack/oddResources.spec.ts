import assert from "node:assert/strict";

import fc from "fast-check";

import { policies } from "../../policy-pack/policies";
import { TYPES_READ_BY_INPUT } from "../../policy-pack/stack/resourceTypes";
import * as resourceTypes from "../../policy-pack/stack/resourceTypes";
import { analyze } from "./support/analyzer";
import { accountPolicy, deliveryTrust } from "./support/resources";
import { Later, secret, TestResource } from "./support/testResource";

const TYPES = Object.values(resourceTypes).filter((type) => typeof type === "string");

/** Every property that some policy reads. */
const KEYS = [
    ...["assumeRolePolicy", "bucket", "cidr", "cidrBlocks", "cidrIpv4", "cidrIpv6", "description"],
    ...["dnsOptions", "egress", "enableDnsHostnames", "enableDnsSupport", "eniId", "entries"],
    ...[
        "flowLogs",
        "fromPort",
        "iamRoleArn",
        "id",
        "arn",
        "ingress",
        "ipAddressType",
        "ipProtocol",
    ],
    ...["ipv6CidrBlocks", "kmsKeyId", "logDestination", "logDestinationType", "name", "policy"],
    ...["networkInterfaceIds", "prefixListId", "prefixListIds", "privateDnsEnabled", "protocol"],
    ...["referencedSecurityGroupId", "replaceDefaultAssociation", "retentionInDays", "rules"],
    ...["securityGroupId", "securityGroupIds", "securityGroups", "self", "subnetId", "subnetIds"],
    ...["toPort", "trafficType", "type", "vpcEndpointId", "vpcId", "vpcs", "zoneId"],
    ...[
        "dnsRecordIpType",
        "existingFlowLogId",
        "sseAlgorithm",
        "applyServerSideEncryptionByDefault",
    ],
    ...["aliases", "allowExternalPrincipals", "availabilityZone", "dnsEntries", "dnsName"],
    ...["endpointPrivateAccess", "endpointPublicAccess", "ipv6CidrBlock", "ipv6Native", "ownerId"],
    ...["principal", "profileId", "records", "region", "resourceArn", "resourceId", "vpcConfig"],
    ...["resourceShareArn", "serviceRegion"],
    ...["__proto__", "constructor", "toString"],
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
        "\ud800",
        "x".repeat(30_000),
    ),
    fc.string({ unit: "binary" }),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 4 },
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
        fc.constantFrom(...TYPES_READ_BY_INPUT),
    ),
    name: fc.constantFrom("a", "b", "c", "d"),
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
        ),
        inList: fc.boolean(),
    }),
    { maxLength: 10 },
);

const stacks = fc
    .tuple(fc.array(resource, { minLength: 1, maxLength: 6 }), references)
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

describe("every policy", () => {
    it("ends in findings or silence, whatever the resources are", async () => {
        const config = Object.fromEntries(
            policies.map(({ name }) => [name, { enforcementLevel: "mandatory" }]),
        );
        const phases = fc.constantFrom("preview" as const, "update" as const);
        await fc.assert(
            fc.asyncProperty(stacks, phases, async (resources, phase) => {
                const { diagnostics } = await analyze({ policies, resources, phase, config });
                assert.ok(diagnostics.every(({ message }) => message.length > 0));
            }),
            { numRuns: 400 },
        );
    }).timeout(60_000);

    it("takes any config", async () => {
        const configs = fc.dictionary(
            fc.constantFrom(...policies.map(({ name }) => name)),
            fc.dictionary(
                fc.constantFrom(
                    "exemptions",
                    "minimumDays",
                    "accountIds",
                    "actions",
                    "coveredVpcIds",
                    "zonesElsewhere",
                    "mayStayHidden",
                    "organizationIds",
                    "services",
                ),
                fc.jsonValue(),
            ),
        );
        await fc.assert(
            fc.asyncProperty(stacks, configs, async (resources, config) => {
                const given = config as { [key: string]: { [key: string]: unknown } };
                const { diagnostics } = await analyze({ policies, resources, config: given });
                assert.ok(diagnostics.every(({ message }) => message.length > 0));
            }),
            { numRuns: 100 },
        );
    }).timeout(60_000);
});
