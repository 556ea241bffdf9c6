import assert from "node:assert/strict";
import { InputPropertiesError, output, RunError } from "@pulumi/pulumi";
import fc from "fast-check";
import { buildPerimeterPolicy, renderPolicy } from "../../../sdk/domain/endpoint-policy";
import { EksEndpointSetArgs } from "../../../sdk/endpoint-set/args";
import { checkArgs } from "../../../sdk/endpoint-set/checkArgs";
import { resolveArgs } from "../../../sdk/endpoint-set/resolveArgs";

const GOOD = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] };
const ORGANIZATION = { organizationIds: ["o-a1b2c3d4e5"], organizationPaths: [], accountIds: [] };
const OPEN =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}';

/** Paths of the problems of the good arguments with some spoilt. */
function paths(spoilt: object): string[] {
    return checkArgs({ ...GOOD, ...spoilt }).map(({ path }) => path);
}

describe("resolveArgs", () => {
    it("needs a VPC and subnets only", () => {
        const resolved = resolveArgs("eks", GOOD);
        assert.deepEqual(
            {
                services: resolved.services,
                ipAddressType: resolved.ipAddressType,
                dnsRecordIpType: resolved.dnsRecordIpType,
                privateDnsEnabled: resolved.privateDnsEnabled,
                verify: resolved.verify,
                destination: resolved.flowLogs.destination,
                trafficType: resolved.flowLogs.trafficType,
                retentionInDays: resolved.flowLogs.retentionInDays,
            },
            {
                services: ["eks", "eks-auth", "oidc-eks"],
                ipAddressType: "ipv4",
                dnsRecordIpType: "ipv4",
                privateDnsEnabled: true,
                verify: true,
                destination: "cloud-watch-logs",
                trafficType: "ALL",
                retentionInDays: 365,
            },
        );
    });

    it("lets the DNS record type follow the IP address type", () => {
        assert.equal(
            resolveArgs("eks", { ...GOOD, ipAddressType: "dualstack" }).dnsRecordIpType,
            "dualstack",
        );
    });

    it("takes what other languages send as null for not given", () => {
        const args = { ...GOOD, services: null, ingress: null, flowLogs: { enabled: null } };
        const resolved = resolveArgs("eks", args as unknown as EksEndpointSetArgs);
        assert.equal(resolved.services.length, 3);
        assert.equal(resolved.flowLogs.enabled, true);
        assert.equal("ingress" in resolved, false);
    });

    it("throws one error with every problem, which Node programs and remote callers both understand", () => {
        const args = {
            vpcId: "vpc-1",
            subnetIds: [],
            services: ["eks", "s3"],
            flowLogs: { retentionInDays: 2 },
        };
        assert.throws(
            () => resolveArgs("eks", args as unknown as EksEndpointSetArgs),
            (error: unknown) => {
                assert.ok(InputPropertiesError.isInstance(error));
                assert.ok(RunError.isInstance(error));
                assert.deepEqual(
                    error.errors.map(({ propertyPath }) => propertyPath),
                    ["services[1]", "subnetIds", "flowLogs.retentionInDays"],
                );
                assert.match(
                    error.message,
                    /^EksEndpointSet "eks" has 3 problems in its arguments:\n {2}- services\[1\]: "s3" was given; give one of eks, eks-fips, eks-auth, oidc-eks, eks-proxy\n/,
                );
                return true;
            },
        );
    });

    it("accepts every argument at once", () => {
        const args: EksEndpointSetArgs = {
            ...GOOD,
            services: ["eks", "oidc-eks", "eks-proxy"],
            ipAddressType: "dualstack",
            dnsRecordIpType: "service-defined",
            privateDnsEnabled: false,
            subnetSelection: "supportedZones",
            endpointPolicy: {
                organizationIds: ["o-a1b2c3d4e5"],
                actions: { eks: ["eks:DescribeCluster"] },
            },
            policyDocuments: {
                "eks-proxy": renderPolicy(buildPerimeterPolicy("eks-proxy", ORGANIZATION)),
            },
            ingress: { cidrBlocks: ["10.0.0.0/16"], ipv6CidrBlocks: ["2001:db8::/56"] },
            flowLogs: {
                destination: "s3",
                forceDestroy: true,
                retentionInDays: 100,
                kmsKeyId: "key",
            },
            serviceNames: { eks: "com.amazonaws.eu-west-1.eks" },
            tags: { team: "platform", empty: "" },
        };
        assert.deepEqual(checkArgs(args), []);
    });

    it("accepts Outputs wherever values may come later", () => {
        const later = output("later");
        assert.deepEqual(
            checkArgs({
                vpcId: later,
                subnetIds: [later, "subnet-b"],
                endpointPolicy: { accountIds: output([later]) },
                policyDocuments: { eks: later },
                ingress: { cidrBlocks: [later], sourceSecurityGroupIds: later },
                flowLogs: { destinationArn: later },
                region: later,
                tags: { team: later },
            }),
            [],
        );
    });
});

describe("checkArgs", () => {
    const cases: [string, object, string[]][] = [
        ["no VPC", { vpcId: undefined }, ["vpcId"]],
        ["an empty VPC ID", { vpcId: " " }, ["vpcId"]],
        ["no subnet", { subnetIds: [] }, ["subnetIds"]],
        ["one subnet twice", { subnetIds: ["a", output("x"), "a"] }, ["subnetIds[2]"]],
        ["a subnet that is a number", { subnetIds: ["a", 7] }, ["subnetIds[1]"]],
        ["no service", { services: [] }, ["services"]],
        ["an unknown service", { services: ["eks", "s3"] }, ["services[1]"]],
        ["a service twice", { services: ["eks", "eks"] }, ["services[1]"]],
        ["services as an Output", { services: output(["eks"]) }, ["services"]],
        ["a service as an Output", { services: [output("eks")] }, ["services[0]"]],
        ["an IP type as an Output", { ipAddressType: output("ipv4") }, ["ipAddressType"]],
        ["a selection as an Output", { subnetSelection: output("exact") }, ["subnetSelection"]],
        [
            "a group as an Output",
            { flowLogs: output({}), ingress: output({}) },
            ["flowLogs", "ingress"],
        ],
        ["an unknown IP type", { ipAddressType: "ipv5" }, ["ipAddressType"]],
        ["an impossible DNS record type", { dnsRecordIpType: "ipv6" }, ["dnsRecordIpType"]],
        ["an argument that does not exist", { subnetId: "a" }, ["subnetId"]],
        [
            "a policy for the OIDC issuer",
            { policyDocuments: { "oidc-eks": OPEN } },
            ["policyDocuments.oidc-eks"],
        ],
        [
            "actions for the OIDC issuer",
            { endpointPolicy: { actions: { "oidc-eks": ["eks:*"] } } },
            ["endpointPolicy.actions.oidc-eks"],
        ],
        [
            "a policy for a service without endpoint",
            { policyDocuments: { "eks-fips": OPEN } },
            ["policyDocuments.eks-fips"],
        ],
        [
            "a policy for what is no service",
            { policyDocuments: { s3: OPEN } },
            ["policyDocuments.s3"],
        ],
        ["malformed JSON", { policyDocuments: { eks: "{" } }, ["policyDocuments.eks"]],
        [
            "a policy that lets everybody in",
            { policyDocuments: { eks: OPEN } },
            ["policyDocuments.eks.Statement[0]"],
        ],
        [
            "a wrong organisation",
            { endpointPolicy: { organizationIds: ["o-1"] } },
            ["endpointPolicy.organizationIds[0]"],
        ],
        [
            "a wrong account after one that comes later",
            { endpointPolicy: { accountIds: [output("111122223333"), "1234"] } },
            ["endpointPolicy.accountIds[1]"],
        ],
        [
            "a foreign action",
            { endpointPolicy: { actions: { eks: ["s3:GetObject"] } } },
            ["endpointPolicy.actions.eks"],
        ],
        ["no action", { endpointPolicy: { actions: { eks: [] } } }, ["endpointPolicy.actions.eks"]],
        [
            "a malformed range",
            { ingress: { cidrBlocks: ["10.0.0.0/33"] } },
            ["ingress.cidrBlocks[0]"],
        ],
        [
            "the whole internet",
            { ingress: { cidrBlocks: ["0.0.0.0/0"] } },
            ["ingress.cidrBlocks[0]"],
        ],
        [
            "an IPv6 range among IPv4 ranges",
            { ingress: { cidrBlocks: ["2001:db8::/56"] } },
            ["ingress.cidrBlocks[0]"],
        ],
        [
            "a wrong range after one that comes later",
            { ingress: { cidrBlocks: [output("x"), "10.0.0.0/33"] } },
            ["ingress.cidrBlocks[1]"],
        ],
        [
            "IPv6 clients of IPv4 endpoints",
            { ingress: { cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: ["2001:db8::/56"] } },
            ["ingress.ipv6CidrBlocks"],
        ],
        [
            "dual-stack endpoints without IPv6 clients",
            { ipAddressType: "dualstack", ingress: { cidrBlocks: ["10.0.0.0/8"] } },
            ["ingress"],
        ],
        ["ingress that admits nobody", { ingress: {} }, ["ingress"]],
        [
            "ingress beside an own group",
            { ingress: { cidrBlocks: ["10.0.0.0/8"] }, securityGroupIds: ["sg-1"] },
            ["ingress"],
        ],
        ["no own group in the list", { securityGroupIds: [] }, ["securityGroupIds"]],
        ["no ingress and no look-up", { verify: false }, ["ingress"]],
        [
            "a retention CloudWatch does not know",
            { flowLogs: { retentionInDays: 100 } },
            ["flowLogs.retentionInDays"],
        ],
        [
            "half a day",
            { flowLogs: { destination: "s3", retentionInDays: 0.5 } },
            ["flowLogs.retentionInDays"],
        ],
        [
            "an interval that does not exist",
            { flowLogs: { maxAggregationInterval: 61 } },
            ["flowLogs.maxAggregationInterval"],
        ],
        [
            "a stream without its ARN",
            { flowLogs: { destination: "kinesis-data-firehose" } },
            ["flowLogs.destinationArn"],
        ],
        [
            "the ARN of another kind",
            {
                flowLogs: {
                    destination: "s3",
                    destinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:g",
                },
            },
            ["flowLogs.destinationArn"],
        ],
        [
            "settings of a flow log that is off",
            { flowLogs: { enabled: false, destination: "s3" } },
            ["flowLogs.destination"],
        ],
        [
            "settings of a flow log that exists",
            { flowLogs: { existingFlowLogId: "fl-1", trafficType: "ALL" } },
            ["flowLogs.trafficType"],
        ],
        [
            "retention of a bucket that is not created",
            {
                flowLogs: {
                    destination: "s3",
                    destinationArn: "arn:aws:s3:::logs",
                    retentionInDays: 30,
                },
            },
            ["flowLogs.retentionInDays"],
        ],
        [
            "forceDestroy of a log group",
            { flowLogs: { forceDestroy: true } },
            ["flowLogs.forceDestroy"],
        ],
        [
            "a log format that is none",
            { flowLogs: { logFormat: "srcaddr" } },
            ["flowLogs.logFormat"],
        ],
        [
            "supported zones without look-up",
            { subnetSelection: "supportedZones", region: "eu-west-1" },
            ["subnetSelection"],
        ],
        ["a region of no known form", { region: "Frankfurt" }, ["region"]],
        [
            "the name of another service",
            { serviceNames: { eks: "com.amazonaws.eu-west-1.eks-auth" } },
            ["serviceNames.eks"],
        ],
        [
            "a name for a service without endpoint",
            { serviceNames: { "eks-fips": "x" } },
            ["serviceNames.eks-fips"],
        ],
        ["a tag that is a list", { tags: { team: [] } }, ["tags.team"]],
    ];
    for (const [what, spoilt, expected] of cases) {
        it(`finds ${what}`, () => {
            assert.deepEqual(paths(spoilt), expected);
        });
    }

    it("says that an Output is no plain value, and why one is needed", () => {
        assert.deepEqual(checkArgs({ ...GOOD, services: output(["eks"]) }), [
            {
                path: "services",
                reason:
                    "an Output was given where a plain value is needed, because it decides which resources there are; " +
                    "give a list",
            },
        ]);
    });

    for (const args of [undefined, null, {}]) {
        it(`asks for what is required when the arguments are ${JSON.stringify(args)}`, () => {
            assert.deepEqual(
                checkArgs(args).map(({ path }) => path),
                ["vpcId", "subnetIds"],
            );
        });
    }

    it("judges nothing by an argument whose form is wrong", () => {
        assert.deepEqual(paths({ services: 7, policyDocuments: { "eks-fips": OPEN } }), [
            "services",
        ]);
    });

    it("finds a plan or an error for whatever is given", () => {
        fc.assert(
            fc.property(generatedArgs(), (args) => {
                try {
                    resolveArgs("eks", args as unknown as EksEndpointSetArgs);
                } catch (error) {
                    assert.ok(InputPropertiesError.isInstance(error), String(error));
                    assert.ok(error.errors.every(({ reason }) => reason.length > 0));
                }
            }),
            { numRuns: 10_000 },
        );
    });
});

/** Arguments as programs without a compiler may give them: right, nearly right, and anything at all. */
function generatedArgs(): fc.Arbitrary<object> {
    const odd = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
    });
    const texts = fc.array(fc.oneof(fc.string(), fc.constant(output("later")), odd), {
        maxLength: 4,
    });
    const of = (...good: unknown[]): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, odd);
    const service = fc.constantFrom(
        "eks",
        "eks-fips",
        "eks-auth",
        "oidc-eks",
        "eks-proxy",
        "s3",
        "__proto__",
    );
    const group = (fields: { [name: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) }, odd);
    return fc.record(
        {
            vpcId: of("vpc-1", output("vpc-1")),
            subnetIds: fc.oneof(fc.constant(["a", "b"]), texts, odd),
            services: fc.oneof(fc.array(service, { maxLength: 6 }), odd),
            ipAddressType: of("ipv4", "dualstack", "ipv6"),
            dnsRecordIpType: of("ipv4", "dualstack", "ipv6", "service-defined"),
            privateDnsEnabled: of(true, false),
            subnetSelection: of("exact", "supportedZones"),
            endpointPolicy: group({
                organizationIds: fc.oneof(fc.constant(["o-a1b2c3d4e5"]), texts),
                organizationPaths: texts,
                accountIds: fc.oneof(fc.constant(["111122223333"]), texts),
                actions: fc.dictionary(service, texts),
            }),
            policyDocuments: fc.dictionary(
                service,
                fc.oneof(fc.string(), fc.json(), fc.constant(OPEN), odd),
            ),
            ingress: group({
                cidrBlocks: fc.oneof(fc.constant(["10.0.0.0/8"]), texts),
                ipv6CidrBlocks: texts,
                sourceSecurityGroupIds: texts,
                prefixListIds: texts,
            }),
            securityGroupIds: fc.option(texts),
            flowLogs: group({
                enabled: of(true, false),
                destination: of("s3", "cloud-watch-logs", "kinesis-data-firehose"),
                destinationArn: of("arn:aws:s3:::logs", output("later")),
                retentionInDays: fc.oneof(fc.integer(), fc.double(), odd),
                maxAggregationInterval: of(60, 600),
                logFormat: of("${srcaddr}"),
            }),
            serviceNames: fc.dictionary(service, fc.oneof(fc.string(), odd)),
            region: of("eu-west-1"),
            verify: of(true, false),
            tags: fc.oneof(fc.dictionary(fc.string(), fc.string()), odd),
        },
        { requiredKeys: [] },
    );
}
