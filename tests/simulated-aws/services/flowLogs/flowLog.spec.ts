import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { flowLogsCovering } from "../../../../simulated-aws/packet/flowLogsCovering";
import { endpointInputs, Engine, network } from "../../support/engine";

const TRUST = JSON.stringify({
    Version: "2012-10-17",
    Statement: {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    },
});

const DELIVERY = JSON.stringify({
    Version: "2012-10-17",
    Statement: {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "*",
    },
});

async function withLog(change: Properties = {}) {
    const engine = new Engine();
    const place = await network(engine);
    const endpoint = await engine.create("ec2.VpcEndpoint", endpointInputs(place));
    const group = await engine.create("cloudwatch.LogGroup", {
        name: "flows",
        retentionInDays: 365,
    });
    const role = await engine.create("iam.Role", { assumeRolePolicy: TRUST });
    const permissions = await engine.create("iam.RolePolicy", { role: role.id, policy: DELIVERY });
    const inputs: Properties = {
        vpcId: place.vpc.id,
        trafficType: "ALL",
        logDestination: group.outputs.arn,
        iamRoleArn: role.outputs.arn,
        ...change,
    };
    const log = await engine.create("ec2.FlowLog", inputs);
    const [networkInterfaceId = ""] = Object.keys(engine.world.objects.networkInterfaces);
    const covering = () => flowLogsCovering(engine.world, networkInterfaceId);
    return { engine, place, endpoint, group, role, permissions, inputs, log, covering };
}

describe("FlowLog", () => {
    it("of a VPC covers every interface in it", async () => {
        const { log, covering } = await withLog();
        assert.deepEqual(
            covering().map(({ flowLogId, deliveryProblem }) => [flowLogId, deliveryProblem]),
            [[log.id, undefined]],
        );
    });

    it("of a subnet covers the interfaces of that subnet alone", async () => {
        const { engine, place, inputs } = await withLog();
        const only = { ...inputs, vpcId: undefined, subnetId: place.subnetIds[1] };
        await engine.create("ec2.FlowLog", only);
        const counts = Object.keys(engine.world.objects.networkInterfaces).map(
            (id) => flowLogsCovering(engine.world, id).length,
        );
        assert.deepEqual(counts.sort(), [1, 2]);
    });

    it("does not deliver once its role may not write", async () => {
        const { engine, permissions, covering } = await withLog();
        await engine.delete(permissions);
        assert.match(
            covering()[0]?.deliveryProblem ?? "",
            /^the role may not call logs:CreateLogStream on /,
        );
    });

    it("does not deliver with a role that does not trust the service", async () => {
        const { engine, role, covering } = await withLog();
        await engine.update(role, {
            assumeRolePolicy: TRUST.replace("111122223333", "444455556666"),
        });
        assert.equal(
            covering()[0]?.deliveryProblem,
            "the role does not trust vpc-flow-logs.amazonaws.com: no statement allows sts:AssumeRole",
        );
    });

    it("does not deliver to a log group that is gone", async () => {
        const { engine, group, covering } = await withLog();
        await engine.delete(group);
        assert.equal(covering()[0]?.deliveryProblem, "the log group flows does not exist");
    });

    for (const [property, value] of [
        ["trafficType", "REJECT"],
        ["maxAggregationInterval", 60],
        ["logFormat", "${version}"],
        ["logDestination", "arn:aws:logs:eu-west-1:111122223333:log-group:other"],
        ["iamRoleArn", "arn:aws:iam::111122223333:role/other"],
    ] as const) {
        it(`is replaced for ${property}`, async () => {
            const { engine, log, inputs } = await withLog();
            assert.deepEqual(engine.diff(log, { ...inputs, [property]: value }).replaces, [
                property,
            ]);
        });
    }

    it("is changed in place for tags", async () => {
        const { engine, log, inputs } = await withLog();
        assert.deepEqual(engine.diff(log, { ...inputs, tags: { a: "1" } }).replaces, []);
    });

    it("is one of 250 of a VPC", async () => {
        const { engine, place, inputs } = await withLog();
        const another = (index: number) =>
            engine.create("ec2.FlowLog", {
                ...inputs,
                logDestination: `arn:aws:logs:eu-west-1:111122223333:log-group:flows-${index}`,
            });
        for (let index = 1; index < 250; index += 1) {
            await another(index);
        }
        await assert.rejects(another(250), {
            message: `${api} FlowLogsLimitExceeded: The maximum number of flow logs for ${place.vpc.id} has been reached.`,
        });
    });

    it("records the fields that its format names, up to those of version 11", async () => {
        const { engine, inputs } = await withLog();
        const fields =
            "resource-id encryption-status interface-type next-hop-interface-type asg-tag-2";
        const logFormat = fields.replace(/\S+/g, "${$&}");
        const made = await engine.create("ec2.FlowLog", { ...inputs, logFormat });
        assert.equal(made.outputs.logFormat, logFormat);
    });

    it("records the fields of version 2 without a format", async () => {
        const { log } = await withLog();
        assert.match(textOf(log.outputs.logFormat), /^\$\{version\} .* \$\{log-status\}$/);
        assert.equal(textOf(log.outputs.logFormat).split(" ").length, 14);
    });

    const api = "operation error EC2: CreateFlowLogs, api error";
    const refusals: [string, Properties, string | RegExp][] = [
        [
            "the same log again",
            {},
            `${api} FlowLogAlreadyExists: Error. There is an existing Flow Log with the same configuration and log destination.`,
        ],
        [
            "no role",
            { iamRoleArn: undefined, trafficType: "REJECT" },
            `${api} InvalidParameter: DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.`,
        ],
        [
            "a role with S3",
            { logDestinationType: "s3", logDestination: "arn:aws:s3:::b" },
            `${api} InvalidParameter: DeliverLogsPermissionArn is not applicable for s3 delivery`,
        ],
        [
            "a bucket that is not there",
            {
                logDestinationType: "s3",
                iamRoleArn: undefined,
                logDestination: "arn:aws:s3:::none",
            },
            `${api} InvalidParameter: LogDestination: arn:aws:s3:::none does not exist or is not a bucket`,
        ],
        [
            "a field that no version has",
            { trafficType: "REJECT", logFormat: "${version} ${vpce-id}" },
            `${api} InvalidParameter: Unknown fields provided: \${vpce-id}`,
        ],
        [
            "a field that is not written as one",
            { trafficType: "REJECT", logFormat: "${version} action" },
            `${api} InvalidParameter: Unknown fields provided: action`,
        ],
        [
            "an unknown interval",
            { maxAggregationInterval: 300 },
            "maxAggregationInterval: expected maxAggregationInterval to be one of [60 600], got 300",
        ],
        [
            "an unknown traffic type",
            { trafficType: "SOME" },
            "trafficType: expected trafficType to be one of [ACCEPT REJECT ALL], got SOME",
        ],
        ["nothing to watch", { vpcId: undefined }, /^vpcId: one of .* must be specified$/],
        [
            "two things to watch",
            { subnetId: "subnet-x" },
            /^vpcId: only one of .* can be specified/,
        ],
    ];
    for (const [title, change, message] of refusals) {
        it(`refuses ${title}`, async () => {
            const { engine, inputs } = await withLog();
            await assert.rejects(engine.create("ec2.FlowLog", { ...inputs, ...change }), {
                message,
            });
        });
    }
});
