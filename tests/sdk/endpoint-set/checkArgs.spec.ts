import assert from "node:assert/strict";

import { output } from "@pulumi/pulumi";

import { setArgs } from "../../../sdk/endpoint-set/argsRules";

const GOOD = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] };
const OPEN =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}';
const FOR_PUBLIC_ADDRESSES = JSON.stringify({
    Version: "2012-10-17",
    Statement: {
        Effect: "Allow",
        Principal: { AWS: "111122223333" },
        Action: "eks:*",
        Resource: "*",
        Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    },
});

/** Paths of the problems of the good arguments with some spoilt. */
function paths(spoilt: object): string[] {
    return setArgs.check({ ...GOOD, ...spoilt }).map(({ path }) => path);
}

/** So many different ranges. */
function ranges(count: number): string[] {
    return Array.from({ length: count }, (_, i) => `10.${i}.0.0/16`);
}

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
            "a policy that lets nobody in",
            { policyDocuments: { eks: FOR_PUBLIC_ADDRESSES } },
            ["policyDocuments.eks.Statement[0].Condition.IpAddress.aws:SourceIp"],
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
        [
            "more ranges than a group takes",
            { ingress: { cidrBlocks: ranges(61) } },
            ["ingress.cidrBlocks"],
        ],
        [
            "more ranges and groups together, beside one that comes later",
            {
                ingress: {
                    cidrBlocks: [...ranges(59), output("x")],
                    sourceSecurityGroupIds: ["sg-1", "sg-2"],
                },
            },
            ["ingress.cidrBlocks"],
        ],
        ["as many as it takes", { ingress: { cidrBlocks: ranges(60) } }, []],
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
            "a folder of a name that AWS keeps for itself",
            {
                flowLogs: {
                    destination: "s3",
                    destinationArn: "arn:aws:s3:::logs/AWSLogs/",
                },
            },
            ["flowLogs.destinationArn"],
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
            "a key by its ID",
            { flowLogs: { kmsKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" } },
            ["flowLogs.kmsKeyId"],
        ],
        [
            "a key by its alias",
            {
                flowLogs: {
                    destination: "s3",
                    kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/logs",
                },
            },
            ["flowLogs.kmsKeyId"],
        ],
        [
            "a log field that does not exist",
            { flowLogs: { logFormat: "${srcaddr} ${next-hop-type}" } },
            ["flowLogs.logFormat"],
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
        assert.deepEqual(setArgs.check({ ...GOOD, services: output(["eks"]) }), [
            {
                path: "services",
                reason:
                    "an Output was given where a plain value is needed, because the component reads it before any Output is known; " +
                    "give a list",
            },
        ]);
    });

    const laterGroups: [string, string][] = [
        [
            "ingress",
            "of which these may be Outputs: cidrBlocks, ipv6CidrBlocks, sourceSecurityGroupIds, prefixListIds",
        ],
        ["flowLogs", "of which these may be Outputs: destinationArn, existingFlowLogId, kmsKeyId"],
        ["policyDocuments", "which may be Outputs"],
    ];
    for (const [argument, which] of laterGroups) {
        it(`says what in ${argument} may be an Output where the whole is one`, () => {
            const [problem] = setArgs.check({ ...GOOD, [argument]: output({}) });
            assert.equal(
                problem?.reason,
                "an Output was given where a plain value is needed, because the component reads it before any Output is known; " +
                    `give an object with named values, ${which}`,
            );
        });
    }

    it("names arguments as Python does where the program spells them so", () => {
        const ingress = { cidr_block: ["10.0.0.0/16"] };
        assert.deepEqual(setArgs.check({ ...GOOD, ingress }), [
            {
                path: "ingress.cidr_block",
                reason:
                    "is not known here; known: cidr_blocks, ipv6_cidr_blocks, source_security_group_ids, prefix_list_ids; " +
                    "did you mean cidr_blocks?",
            },
        ]);
    });

    for (const args of [undefined, null, {}]) {
        it(`asks for what is required when the arguments are ${JSON.stringify(args)}`, () => {
            assert.deepEqual(
                setArgs.check(args).map(({ path }) => path),
                ["vpcId", "subnetIds"],
            );
        });
    }

    it("judges nothing by an argument whose form is wrong", () => {
        assert.deepEqual(paths({ services: 7, policyDocuments: { "eks-fips": OPEN } }), [
            "services",
        ]);
    });
});
