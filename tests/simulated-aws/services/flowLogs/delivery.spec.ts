import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { flowLogsCovering } from "../../../../simulated-aws/packet/flowLogsCovering";
import { createWorld } from "../../../../simulated-aws/world/createWorld";
import { endpointInputs, Engine, network } from "../../support/engine";
import { ACCOUNTS, HUB, SPOKE } from "../../support/zones";

const DELIVERY = { Service: "delivery.logs.amazonaws.com" };
const ROOT = { AWS: `arn:aws:iam::${HUB}:root` };

const document = (...statements: object[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });

const allow = (principal: object, action: string | string[], resource: string, bound?: object) => ({
    Effect: "Allow",
    Principal: principal,
    Action: action,
    Resource: resource,
    ...(bound === undefined ? {} : { Condition: bound }),
});

/** A bucket of the hub that takes records under a condition, and a VPC of an account that logs into it. */
async function logging(bound?: object, account = SPOKE, extra: Properties = {}) {
    const world = createWorld({ accounts: ACCOUNTS });
    const hub = new Engine(world, HUB);
    const spoke = new Engine(world, account);
    const bucket = await hub.create("s3.Bucket", { bucket: "flow-records", ...extra });
    const policy = document(
        allow(DELIVERY, "s3:PutObject", "arn:aws:s3:::flow-records/*", bound),
        allow(DELIVERY, "s3:GetBucketAcl", "arn:aws:s3:::flow-records", bound),
    );
    await hub.create("s3.BucketPolicy", { bucket: bucket.id, policy });
    const place = await network(spoke, "a");
    await spoke.create("ec2.VpcEndpoint", endpointInputs(place));
    const create = () =>
        spoke.create("ec2.FlowLog", {
            vpcId: place.vpc.id,
            trafficType: "ALL",
            logDestinationType: "s3",
            logDestination: "arn:aws:s3:::flow-records",
        });
    const problem = () => {
        const [id = ""] = Object.keys(world.objects.networkInterfaces);
        return flowLogsCovering(world, id)[0]?.deliveryProblem;
    };
    return { world, hub, spoke, bucket, create, problem };
}

const REFUSED = { message: /LogDestinationPermissionIssueException: Access Denied/ };

describe("a bucket for many accounts", () => {
    it("may admit the accounts of one organisation by aws:SourceOrgID", async () => {
        const bound = { StringEquals: { "aws:SourceOrgID": "o-a" } };
        const { create, problem } = await logging(bound);
        await create();
        assert.equal(problem(), undefined);
        await assert.rejects((await logging(bound, "777788889999")).create(), REFUSED);
    });

    it("may admit the accounts of one unit by aws:SourceOrgPaths", async () => {
        const unit = (id: string) => ({
            "ForAnyValue:StringLike": { "aws:SourceOrgPaths": `o-a/r-ab12/${id}/*` },
        });
        await (await logging(unit("ou-ab12-22222222"))).create();
        await assert.rejects((await logging(unit("ou-ab12-11111111"))).create(), REFUSED);
    });

    it("admits nobody by aws:PrincipalOrgID, which a service does not have", async () => {
        const { create } = await logging({ StringEquals: { "aws:PrincipalOrgID": "o-a" } });
        await assert.rejects(create(), REFUSED);
    });
});

describe("a role for delivery", () => {
    it("may be bound by aws:SourceOrgID", async () => {
        const { world, hub, problem } = await logging(undefined, HUB);
        const trust = (organizationId: string) =>
            document({
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceOrgID": organizationId } },
            });
        const role = await hub.create("iam.Role", { assumeRolePolicy: trust("o-a") });
        const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
        const policy = document({ Effect: "Allow", Action: actions, Resource: "*" });
        await hub.create("iam.RolePolicy", { role: role.id, policy });
        const group = await hub.create("cloudwatch.LogGroup", { name: "flows" });
        const [vpcId] = Object.keys(world.objects.vpcs);
        await hub.create("ec2.FlowLog", {
            vpcId,
            trafficType: "ALL",
            logDestination: group.outputs.arn,
            iamRoleArn: role.outputs.arn,
        });
        assert.equal(problem(), undefined);
        await hub.update(role, { assumeRolePolicy: trust("o-b") });
        assert.match(problem() ?? "", /^the role does not trust vpc-flow-logs.amazonaws.com/);
    });
});

describe("a bucket with a key", () => {
    /** The bucket encrypts with a key, in a resource of its own or inline. */
    async function encrypted(keyPolicy: string, how: "apart" | "inline" = "apart") {
        const made = await logging(undefined, HUB);
        const key = await made.hub.create("kms.Key", { policy: keyPolicy });
        await made.create();
        const encrypt = async (kmsMasterKeyId?: string, sseAlgorithm = "aws:kms") => {
            const rule = {
                applyServerSideEncryptionByDefault: { sseAlgorithm, kmsMasterKeyId },
            };
            const { hub, bucket } = made;
            if (how === "apart") {
                const inputs = { bucket: bucket.id, rules: [rule] };
                await hub.create("s3.BucketServerSideEncryptionConfiguration", inputs);
                return;
            }
            const serverSideEncryptionConfiguration = { rule };
            const inputs = { bucket: "flow-records", serverSideEncryptionConfiguration };
            await hub.update(bucket, inputs);
        };
        return { ...made, key, arn: textOf(key.outputs.arn), encrypt };
    }
    const open = document(
        allow(ROOT, "kms:*", "*"),
        allow(DELIVERY, "kms:GenerateDataKey*", "*", {
            StringEquals: { "aws:SourceAccount": HUB },
        }),
    );

    for (const how of ["apart", "inline"] as const) {
        it(`that admits the delivery gets records, encryption ${how}`, async () => {
            const { problem, encrypt, arn } = await encrypted(open, how);
            await encrypt(arn);
            assert.equal(problem(), undefined);
        });

        it(`that does not admit the delivery gets none, encryption ${how}`, async () => {
            const { problem, encrypt, arn } = await encrypted(
                document(allow(ROOT, "kms:*", "*")),
                how,
            );
            await encrypt(arn);
            assert.match(problem() ?? "", /^the key policy refuses delivery: no statement allows/);
        });
    }

    it("is named by the key's ARN, not by its ID", async () => {
        const { problem, encrypt, key } = await encrypted(open);
        await encrypt(key.id);
        assert.equal(
            problem(),
            `LogDestination undeliverable: the bucket names its key by ${key.id}, not by the key's ARN`,
        );
    });

    it("of AWS has records that cannot be read", async () => {
        const { problem, encrypt } = await encrypted(open);
        await encrypt();
        assert.match(problem() ?? "", /^the records cannot be read/);
    });

    it("that is disabled or gone gets no records", async () => {
        const { hub, problem, encrypt, key, arn } = await encrypted(open);
        await encrypt(arn);
        await hub.update(key, { policy: open, isEnabled: false });
        assert.equal(problem(), `the key ${arn} of the bucket is disabled`);
        await hub.delete(key);
        assert.equal(problem(), `the key ${arn} of the bucket does not exist`);
    });

    it("of S3 itself needs nothing", async () => {
        const { problem, encrypt } = await encrypted(open);
        await encrypt(undefined, "AES256");
        assert.equal(problem(), undefined);
    });
});
