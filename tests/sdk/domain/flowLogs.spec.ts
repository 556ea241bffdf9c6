import assert from "node:assert/strict";

import {
    checkLogFormat,
    checkRetention,
    DEFAULT_LOG_FORMAT,
    FlowLogDestination,
    RETENTION_DAYS,
} from "../../../sdk/domain/flowLogs";

describe("checkRetention", () => {
    for (const days of RETENTION_DAYS) {
        it(`accepts ${days} days`, () => {
            assert.deepEqual(checkRetention(days, FlowLogDestination.CloudWatchLogs), []);
        });
    }

    it("names the retentions that CloudWatch Logs has", () => {
        const [problem] = checkRetention(100, FlowLogDestination.CloudWatchLogs);
        assert.equal(problem?.path, "retentionInDays");
        assert.match(
            problem.reason,
            /^CloudWatch Logs has no retention of 100 days; allowed: 1, 3, 5, .*3653$/,
        );
    });

    it("lets a bucket keep logs for any number of whole days", () => {
        assert.deepEqual(checkRetention(100, FlowLogDestination.S3), []);
        for (const days of [0, -1, 1.5]) {
            assert.deepEqual(checkRetention(days, FlowLogDestination.S3), [
                {
                    path: "retentionInDays",
                    reason: `${days} is no number of days; give a whole number from 1 up`,
                },
            ]);
        }
    });
});

describe("checkLogFormat", () => {
    it("accepts the default, which has the fields of version 2 and those that matter for endpoints", () => {
        assert.deepEqual(checkLogFormat(DEFAULT_LOG_FORMAT), []);
        for (const field of [
            "${version}",
            "${log-status}",
            "${pkt-srcaddr}",
            "${flow-direction}",
            "${interface-type}",
        ]) {
            assert.ok(DEFAULT_LOG_FORMAT.split(" ").includes(field));
        }
    });

    it("refuses what is no field and says how a field is written", () => {
        assert.deepEqual(checkLogFormat("${srcaddr} dstaddr"), [
            {
                path: "logFormat",
                reason:
                    '"dstaddr" is no field; write field names from the VPC guide as ${name}, ' +
                    "separated by spaces, or leave logFormat out; did you mean dstaddr?",
            },
        ]);
    });
});
