import assert from "node:assert/strict";

import { output, secret } from "@pulumi/pulumi";

import type { EksEndpointSetArgs } from "../../../sdk/index";
import { deploy } from "../../support/deploySet";

/** Children whose `tagsAll` is secret. */
async function hiding(args: Partial<EksEndpointSetArgs>): Promise<string[]> {
    const { registrations } = await deploy({ services: ["eks-auth"], ...args });
    return registrations
        .filter(({ secretOutputs }) => secretOutputs.includes("tagsAll"))
        .map(({ name }) => name)
        .sort();
}

describe("tags that may be secret", () => {
    const TAGGED = [
        "eks-clients",
        "eks-eks-auth",
        "eks-flow-log",
        "eks-flow-log-group",
        "eks-flow-log-role",
    ];

    it("are hidden where the provider repeats them, in every child that has tags", async () => {
        assert.deepEqual(await hiding({ tags: secret({ team: "platform" }) }), TAGGED);
        assert.deepEqual(await hiding({ tags: { team: output(secret("platform")) } }), TAGGED);
    });

    it("are not hidden where they are plain", async () => {
        assert.deepEqual(await hiding({ tags: { team: "platform" } }), []);
        assert.deepEqual(await hiding({}), []);
    });

    it("do not hide the key of a bucket, which a later one does by itself", async () => {
        const key =
            "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000";
        for (const [kmsKeyId, expected] of [
            [key, []],
            [output(key), ["serverSideEncryptionConfiguration"]],
        ] as const) {
            const { registrations } = await deploy({ flowLogs: { destination: "s3", kmsKeyId } });
            const bucket = registrations.find(({ name }) => name === "eks-flow-log-bucket");
            assert.deepEqual(bucket?.secretOutputs, expected);
        }
    });
});
