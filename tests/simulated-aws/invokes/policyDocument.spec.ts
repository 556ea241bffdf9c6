import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { Engine } from "../support/engine";

/** The document that is written for some arguments. */
async function written(args: Properties): Promise<unknown> {
    const { json, minifiedJson } = await new Engine().invoke("iam.getPolicyDocument", args);
    assert.deepEqual(JSON.parse(textOf(json)), JSON.parse(textOf(minifiedJson)));
    return JSON.parse(textOf(json));
}

const ALLOW = { actions: ["sts:AssumeRole"], resources: ["*"] };

describe("getPolicyDocument", () => {
    it("writes actions, principals and conditions as IAM reads them", async () => {
        const statement = {
            sid: "Trust",
            actions: ["sts:AssumeRole", "sts:TagSession"],
            principals: [
                { type: "Service", identifiers: ["pods.eks.amazonaws.com"] },
                { type: "AWS", identifiers: ["111122223333", "444455556666"] },
            ],
            conditions: [
                { test: "StringEquals", variable: "aws:SourceAccount", values: ["111122223333"] },
                { test: "StringLike", variable: "aws:userid", values: ["&{aws:username}"] },
            ],
        };
        assert.deepEqual(await written({ statements: [statement] }), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "Trust",
                    Effect: "Allow",
                    Action: ["sts:TagSession", "sts:AssumeRole"],
                    Principal: {
                        Service: "pods.eks.amazonaws.com",
                        AWS: ["444455556666", "111122223333"],
                    },
                    Condition: {
                        StringEquals: { "aws:SourceAccount": "111122223333" },
                        StringLike: { "aws:userid": "${aws:username}" },
                    },
                },
            ],
        });
    });

    it("writes everybody as one star", async () => {
        const principals = [{ type: "*", identifiers: ["*"] }];
        assert.deepEqual(await written({ statements: [{ ...ALLOW, principals }] }), {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*", Principal: "*" },
            ],
        });
    });

    it("puts a statement in the place of an earlier one of its Sid", async () => {
        const document = (effect: string) =>
            JSON.stringify({
                Statement: { Sid: "One", Effect: effect, Action: "a:B", Resource: "*" },
            });
        const { Statement } = (await written({
            sourcePolicyDocuments: [document("Allow")],
            statements: [ALLOW],
            overridePolicyDocuments: [document("Deny")],
        })) as { Statement: { Sid?: string; Effect: string }[] };
        assert.deepEqual(
            Statement.map(({ Sid, Effect }) => [Sid, Effect]),
            [
                ["One", "Deny"],
                [undefined, "Allow"],
            ],
        );
    });

    it("refuses a source that is no JSON", () =>
        assert.rejects(
            written({ sourcePolicyDocuments: ["{"] }),
            /InvalidJson: merging source document/,
        ));
});
