import assert from "node:assert/strict";

import {
    checkBucketFolder,
    checkDeliveryParts,
    checkStreamAccount,
    findStreamAccount,
} from "../../../sdk/domain/deliveryParts";

const ALL = { logDestination: true, iamRoleArn: true };
const PARTS: [destination: string, has: typeof ALL, paths: string[]][] = [
    ["cloud-watch-logs", ALL, []],
    [
        "cloud-watch-logs",
        { logDestination: false, iamRoleArn: false },
        ["logDestination", "iamRoleArn"],
    ],
    ["s3", ALL, ["iamRoleArn"]],
    ["s3", { logDestination: true, iamRoleArn: false }, []],
    ["kinesis-data-firehose", ALL, []],
    ["kinesis-data-firehose", { logDestination: false, iamRoleArn: false }, ["logDestination"]],
];

describe("checkDeliveryParts", () => {
    for (const [destination, has, paths] of PARTS) {
        const given = Object.entries(has).filter(([, isGiven]) => isGiven);
        const names = given.map(([name]) => name).join(" and ") || "nothing";
        it(`finds ${paths.join(" and ") || "nothing"} wrong with ${names} for ${destination}`, () => {
            const found = checkDeliveryParts(destination, has).map(({ path }) => path);
            assert.deepEqual(found, paths);
        });
    }
});

describe("checkBucketFolder", () => {
    const BUCKET = "arn:aws:s3:::logs";
    for (const arn of [BUCKET, `${BUCKET}/eks/`, `${BUCKET}/MyAWSLogs/`, `${BUCKET}/awslogs`]) {
        it(`accepts ${arn}`, () => {
            assert.deepEqual(checkBucketFolder("logDestination", arn), []);
        });
    }

    for (const arn of [`${BUCKET}/AWSLogs`, `${BUCKET}/eks/AWSLogs/`]) {
        it(`refuses ${arn}`, () => {
            assert.deepEqual(checkBucketFolder("logDestination", arn), [
                {
                    path: "logDestination",
                    reason:
                        "names the folder AWSLogs, and AWS refuses that, because it makes a folder of this name itself; " +
                        "give the ARN of the bucket, or of a folder of another name in it",
                },
            ]);
        });
    }
});

describe("findStreamAccount", () => {
    it("reads it of the ARN of a stream, and of no other text", () => {
        const arn = (service: string) => `arn:aws-cn:${service}:cn-north-1:111122223333:x/logs`;
        assert.equal(findStreamAccount(arn("firehose")), "111122223333");
        assert.deepEqual(
            [arn("logs"), "", "firehose"].map(findStreamAccount),
            Array(3).fill(undefined),
        );
    });
});

describe("checkStreamAccount", () => {
    const accounts = { ofStream: "444455556666", ofLog: "111122223333" };

    it("asks for a role in each account where they are two", () => {
        const has = { iamRoleArn: false, deliverCrossAccountRole: false };
        const why =
            "is left out, and AWS delivers to a stream of account 444455556666 only as a role in each of the two accounts";
        assert.deepEqual(checkStreamAccount(accounts, has), [
            {
                path: "iamRoleArn",
                reason: `${why}; give one of account 111122223333 that delivery.logs.amazonaws.com may assume`,
            },
            {
                path: "deliverCrossAccountRole",
                reason: `${why}; give one of account 444455556666 that the role in iamRoleArn may assume`,
            },
        ]);
        assert.deepEqual(checkStreamAccount({ ...accounts, ofStream: accounts.ofLog }, has), []);
    });

    it("accepts both roles, and names the one that is missing", () => {
        const both = { iamRoleArn: true, deliverCrossAccountRole: true };
        assert.deepEqual(checkStreamAccount(accounts, both), []);
        const one = { ...both, deliverCrossAccountRole: false };
        assert.deepEqual(
            checkStreamAccount(accounts, one).map(({ path }) => path),
            ["deliverCrossAccountRole"],
        );
    });
});
