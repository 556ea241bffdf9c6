import assert from "node:assert/strict";

import { createWorld, DEFAULT_ACCOUNT } from "../../../simulated-aws/world/createWorld";
import { Engine, type Kept } from "../support/engine";

const OTHER = "222233334444";
const CALLER = `arn:aws:sts::${DEFAULT_ACCOUNT}:assumed-role/deployer/session`;

interface Statement {
    Effect?: string;
    Action: string | string[];
    Resource?: string | string[];
    Condition?: object;
}

/** A policy as JSON. */
function policy(...statements: Statement[]): string {
    const Statement = statements.map((each) => ({ Effect: "Allow", Resource: "*", ...each }));
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

describe("the rights of whoever deploys", () => {
    let engine: Engine;
    let vpc: Kept;

    beforeEach(async () => {
        engine = new Engine(createWorld());
        vpc = await engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16", tags: { team: "net" } });
    });

    /** From now on only this is allowed. */
    function permit(...policies: string[]): void {
        engine.world.accounts[DEFAULT_ACCOUNT] = { deployerPolicies: policies };
    }

    const group = (inputs: object = {}) =>
        engine.create("ec2.SecurityGroup", { vpcId: vpc.id, description: "d", ...inputs });

    const GROUP = [
        "ec2:CreateSecurityGroup",
        "ec2:DescribeSecurityGroups",
        "ec2:RevokeSecurityGroupEgress",
    ];

    it("are all there are where the account names no policy", async () => {
        await group();
        engine.world.accounts[OTHER] = { deployerPolicies: [] };
        await group({ name: "other" });
    });

    it("are none where it names an empty list", async () => {
        permit();
        await assert.rejects(group(), /ec2:CreateSecurityGroup on resource/);
    });

    it("are refused in the words of EC2, with the call, the action and the resource", async () => {
        permit(policy({ Action: "ec2:Describe*" }));
        await assert.rejects(group(), {
            message:
                "operation error EC2: CreateSecurityGroup, api error UnauthorizedOperation: You are not authorized to perform " +
                `this operation. User: ${CALLER} is not authorized to perform: ec2:CreateSecurityGroup on resource: ` +
                `arn:aws:ec2:eu-west-1:${DEFAULT_ACCOUNT}:vpc/${vpc.id} because no identity-based policy allows the ` +
                "ec2:CreateSecurityGroup action",
        });
        assert.equal(Object.keys(engine.world.objects.securityGroups).length, 1);
    });

    it("are refused in the words of other services", async () => {
        permit(policy({ Action: "ec2:*" }));
        await assert.rejects(engine.create("cloudwatch.LogGroup", { name: "log" }), {
            message:
                "operation error CloudWatch Logs: CreateLogGroup, api error AccessDeniedException: " +
                `User: ${CALLER} is not authorized to perform: logs:CreateLogGroup on resource: ` +
                `arn:aws:logs:eu-west-1:${DEFAULT_ACCOUNT}:log-group:log because no identity-based policy allows the ` +
                "logs:CreateLogGroup action",
        });
        await assert.rejects(
            engine.create("route53.Zone", { name: "example.com" }),
            /operation error Route 53: CreateHostedZone, api error AccessDenied: User/,
        );
    });

    it("need every call of a step, also those that read and wait", async () => {
        for (const missing of GROUP) {
            permit(policy({ Action: GROUP.filter((action) => action !== missing) }));
            await assert.rejects(group(), new RegExp(`to perform: ${missing} on`));
        }
        permit(policy({ Action: GROUP }));
        await group();
    });

    it("come from all policies together, and an explicit deny from any of them counts", async () => {
        permit(policy({ Action: GROUP.slice(0, 2) }), policy({ Action: GROUP.slice(2) }));
        await group();
        permit(policy({ Action: "*" }), policy({ Effect: "Deny", Action: GROUP.slice(0, 1) }));
        await assert.rejects(
            group({ name: "other" }),
            /with an explicit deny in an identity-based policy/,
        );
    });

    it("need the right to tag where something is created with tags, and only then", async () => {
        permit(policy({ Action: GROUP }));
        await group();
        await assert.rejects(
            group({ name: "tagged", tags: { team: "net" } }),
            /ec2:CreateTags on resource: arn:aws:ec2:\S+:security-group\/\* /,
        );
    });

    it("can hang on the tags of a request and on those of a resource", async () => {
        const onRequest = { StringEquals: { "aws:RequestTag/team": "net" } };
        const onResource = { StringEquals: { "aws:ResourceTag/team": "net" } };
        permit(
            policy(
                { Action: GROUP.slice(1) },
                { Action: GROUP.slice(0, 1), Resource: "*:vpc/*", Condition: onResource },
                { Action: GROUP.slice(0, 1), Resource: "*:security-group/*", Condition: onRequest },
                { Action: "ec2:CreateTags", Condition: onRequest },
                {
                    Action: ["ec2:DeleteSecurityGroup", "ec2:DescribeNetworkInterfaces"],
                    Condition: { StringNotEquals: { "aws:ResourceTag/team": "other" } },
                },
            ),
        );
        await assert.rejects(group({ name: "a", tags: { team: "other" } }), /CreateSecurityGroup/);
        const made = await group({ name: "b", tags: { team: "net" } });
        const updated = { ...made.inputs, tags: { team: "net", more: "x" } };
        await assert.rejects(engine.update(made, updated), /ec2:CreateTags/);
        await engine.provider.delete("aws:ec2/securityGroup:SecurityGroup", made.id, made.outputs);
    });

    it("tell tags that an update brings from those that it takes away", async () => {
        const made = await group({ tags: { team: "net", old: "x" } });
        permit(policy({ Action: [...GROUP, "ec2:DeleteTags"] }));
        const kept = { ...made.inputs, tags: { team: "net" } };
        const smaller = await engine.update(made, kept);
        await assert.rejects(
            engine.update(smaller, { ...kept, tags: { team: "net", fresh: "y" } }),
            /ec2:CreateTags/,
        );
    });

    it("are asked of the one call that is known of a type that nobody has read in the provider's source", async () => {
        permit(policy({ Action: "ec2:CreateSubnet" }));
        const inputs = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" };
        const subnet = await engine.create("ec2.Subnet", inputs);
        await assert.rejects(
            engine.provider.delete("aws:ec2/subnet:Subnet", subnet.id, subnet.outputs),
            /ec2:DeleteSubnet on resource: \*/,
        );
    });

    it("are asked of look-ups, beside what the provider does without", async () => {
        const look = () => engine.provider.invoke("aws:ec2/getVpc:getVpc", { id: vpc.id });
        permit(policy({ Action: "ec2:DescribeVpcs" }));
        await assert.rejects(look(), /ec2:DescribeVpcAttribute on resource: arn:\S+:vpc\/vpc-/);
        permit(policy({ Action: ["ec2:DescribeVpcs", "ec2:DescribeVpcAttribute"] }));
        await look();
        permit();
        await engine.provider.invoke("aws:index/getCallerIdentity:getCallerIdentity", {});
    });

    it("are not asked by a preview, which calls nothing", async () => {
        permit();
        const inputs = { vpcId: vpc.id, description: "d" };
        await engine.provider.create("aws:ec2/securityGroup:SecurityGroup", inputs, true);
    });

    it("are asked when something is read", async () => {
        const made = await group();
        permit();
        assert.throws(
            () =>
                engine.provider.read(
                    "aws:ec2/securityGroup:SecurityGroup",
                    made.id,
                    made.outputs,
                    made.inputs,
                ),
            /ec2:DescribeSecurityGroups/,
        );
    });

    it("have to be policies", async () => {
        permit("ec2:*");
        await assert.rejects(group(), {
            message:
                "a policy of a deployer of this world is no IAM policy in JSON; it begins with ec2:*",
        });
    });
});
