import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { Engine, network } from "../support/engine";

/** Types that get a generated name, the longest resource name that leaves room for it, and what else they need. */
const GENERATED: [type: string, longest: number, limit: number, inputs: Properties][] = [
    ["iam.Role", 56, 64, { assumeRolePolicy: "{}" }],
    ["s3.Bucket", 55, 63, {}],
    [
        "route53.ResolverEndpoint",
        56,
        64,
        { direction: "INBOUND", ipAddresses: [], securityGroupIds: [] },
    ],
    ["kinesis.FirehoseDeliveryStream", 56, 64, { destination: "extended_s3" }],
    ["ec2.SecurityGroup", 247, 255, {}],
    ["cloudwatch.LogGroup", 504, 512, {}],
];

describe("a generated name", () => {
    for (const [type, longest, limit, inputs] of GENERATED) {
        it(`of ${type} is the resource's with eight more characters, or none at all`, () => {
            const engine = new Engine();
            const property = type === "s3.Bucket" ? "bucket" : "name";
            const name = textOf(engine.check(type, inputs, "a".repeat(longest))[property]);
            assert.match(name, new RegExp(`^a{${longest}}-[0-9a-f]{7}$`));
            const tooLong = "a".repeat(longest + 1);
            assert.throws(() => engine.check(type, inputs, tooLong), {
                message: `${property}: name '${tooLong}-' plus 7 random chars is longer than maximum length ${limit}`,
            });
        });
    }

    it("of a bucket is in small letters, of others as it is written", () => {
        const engine = new Engine();
        assert.match(textOf(engine.check("s3.Bucket", {}, "FlowLogs").bucket), /^flowlogs-/);
        const role = engine.check("iam.Role", { assumeRolePolicy: "{}" }, "FlowLogs");
        assert.match(textOf(role.name), /^FlowLogs-/);
    });

    it("is no concern of a resource that is given one", () => {
        const given = { name: "short", assumeRolePolicy: "{}" };
        assert.equal(new Engine().check("iam.Role", given, "a".repeat(100)).name, "short");
    });
});

describe("a name that is given", () => {
    const range = (property: string, limit: number, name: string) =>
        `${property}: expected length of ${property} to be in the range (1 - ${limit}), got ${name}`;
    const long = (length: number) => "a".repeat(length);
    const resolver = "^(?!\\d+$)[a-zA-Z0-9\\-_' ]+$";
    const letters = (pattern: string, name: string) =>
        `name: invalid value for name (must match ${pattern}), got ${name}`;
    const refused: [type: string, name: string, inputs: Properties, message: string][] = [
        ["iam.Role", long(65), { assumeRolePolicy: "{}" }, range("name", 64, long(65))],
        ["iam.Role", "a b", { assumeRolePolicy: "{}" }, letters("^[\\w+=,.@-]+$", "a b")],
        ["iam.RolePolicy", long(129), { role: "r", policy: "{}" }, range("name", 128, long(129))],
        ["ec2.SecurityGroup", long(256), {}, range("name", 255, long(256))],
        ["route53.ProfilesProfile", "eks.hub", {}, letters(resolver, "eks.hub")],
        ["route53.ProfilesProfile", "123", {}, letters(resolver, "123")],
        [
            "route53.ProfilesAssociation",
            long(65),
            { profileId: "rp-1", resourceId: "vpc-1" },
            range("name", 64, long(65)),
        ],
        [
            "route53.ResolverRuleAssociation",
            "a/b",
            { resolverRuleId: "r", vpcId: "v" },
            letters(resolver, "a/b"),
        ],
        [
            "kinesis.FirehoseDeliveryStream",
            "a b",
            { destination: "extended_s3" },
            letters("^[a-zA-Z0-9_.-]+$", "a b"),
        ],
        ["cloudwatch.LogGroup", "a b", {}, letters("^[.\\-_/#A-Za-z0-9]+$", "a b")],
        [
            "eks.Cluster",
            "-prod",
            { roleArn: "r", vpcConfig: { subnetIds: [] } },
            letters("^[0-9A-Za-z][A-Za-z0-9\\-_]*$", "-prod"),
        ],
    ];
    for (const [type, name, inputs, message] of refused) {
        it(`of ${type} is not ${name.slice(0, 12)}`, () => {
            assert.throws(() => new Engine().check(type, { ...inputs, name }), { message });
        });
    }

    const buckets = [
        "Flow",
        "ab",
        "10.0.0.1",
        "xn--flow",
        "flow-s3alias",
        "flow..logs",
        "flow_logs",
    ];
    for (const bucket of buckets) {
        it(`of a bucket is not ${bucket}`, () => {
            assert.throws(() => new Engine().check("s3.Bucket", { bucket }), {
                message: `bucket: "${bucket}" is not a valid S3 bucket name`,
            });
        });
    }

    for (const name of ["eks..example", "eks example", `${long(64)}.example`, long(256)]) {
        it(`of a hosted zone is not ${name.slice(0, 12)}`, async () => {
            await assert.rejects(new Engine().create("route53.Zone", { name }), {
                message:
                    "operation error Route 53: CreateHostedZone, api error InvalidDomainName: " +
                    `The domain name ${name} is not valid.`,
            });
        });
    }

    it("of a security group has the letters that EC2 takes, and so has its description", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const create = (more: Properties) =>
            engine.create("ec2.SecurityGroup", { vpcId: vpc.id, ...more });
        const refusal = (parameter: string, value: string) => ({
            message:
                "operation error EC2: CreateSecurityGroup, api error InvalidParameterValue: " +
                `Value (${value}) for parameter ${parameter} is invalid: only a-z, A-Z, 0-9, spaces and ` +
                "._-:/()#,@[]+=&;{}!$* are allowed",
        });
        await assert.rejects(create({ name: "größe" }), refusal("GroupName", "größe"));
        await assert.rejects(
            create({ name: "g", description: "the hub's" }),
            refusal("GroupDescription", "the hub's"),
        );
        await create({ name: "a._-:/()#,@[]+=&;{}!$* b", description: "TCP 443 [EKS]" });
    });
});
