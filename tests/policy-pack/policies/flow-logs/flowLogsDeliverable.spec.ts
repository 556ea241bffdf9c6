import assert from "node:assert/strict";

import { flowLogsDeliverable as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsDeliverable";
import { judge } from "../../support/judge";
import { compliantStack, network, stackOf } from "../../support/resources";
import { later } from "../../support/testResource";

const ROLE_ARN = "arn:aws:iam::111122223333:role/delivery";
const BUCKET_ARN = "arn:aws:s3:::logs";

/** What is said of a flow log with these inputs. */
async function judgeLog(log: { [key: string]: unknown }): Promise<string[]> {
    const findings = await judge(policy, stackOf(network({ log })));
    return findings.map((finding) => finding.join(" "));
}

describe("flowLogsDeliverable", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts a log group with a role (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });
    }

    for (const iamRoleArn of [ROLE_ARN, later(ROLE_ARN)]) {
        it(`rejects a bucket with a role that is ${typeof iamRoleArn === "string" ? "known" : "unknown"}`, async () => {
            const log = { logDestinationType: "s3", logDestination: BUCKET_ARN };
            assert.deepEqual(await judgeLog({ ...log, iamRoleArn }), [
                'mandatory log FlowLog "log": iamRoleArn: is given, and AWS refuses a role for a flow log that goes to s3, ' +
                    "because the bucket's policy lets the log delivery service in; leave it out",
            ]);
            assert.deepEqual(await judgeLog({ ...log, iamRoleArn: undefined }), []);
        });
    }

    it("rejects a log group without a role", async () => {
        assert.deepEqual(await judgeLog({ iamRoleArn: undefined }), [
            'mandatory log FlowLog "log": iamRoleArn: is left out, and AWS refuses a flow log that goes to cloud-watch-logs ' +
                "without a role; give one that vpc-flow-logs.amazonaws.com may assume",
        ]);
    });

    for (const logDestinationType of ["cloud-watch-logs", "s3", "kinesis-data-firehose"]) {
        it(`rejects ${logDestinationType} without a destination`, async () => {
            const iamRoleArn = logDestinationType === "s3" ? undefined : ROLE_ARN;
            const log = { logDestinationType, logDestination: undefined, iamRoleArn };
            assert.deepEqual(await judgeLog(log), [
                `mandatory log FlowLog "log": logDestination: is left out, and AWS refuses a flow log that goes to ` +
                    `${logDestinationType} without one; give the ARN of the destination`,
            ]);
        });
    }

    it("accepts a log group by its name, as older releases of the provider take it", async () => {
        assert.deepEqual(await judgeLog({ logDestination: undefined, logGroupName: "logs" }), []);
    });

    it("accepts a stream with and without a role", async () => {
        const log = {
            logDestinationType: "kinesis-data-firehose",
            logDestination: "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs",
        };
        assert.deepEqual(await judgeLog(log), []);
        assert.deepEqual(await judgeLog({ ...log, iamRoleArn: undefined }), []);
    });
});
