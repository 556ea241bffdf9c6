import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine } from "../../support/engine";

async function withKeys() {
    const engine = new Engine();
    const [one, other] = [await engine.create("kms.Key", {}), await engine.create("kms.Key", {})];
    return { engine, one, other };
}

describe("an alias", () => {
    it("names a key by its ID or its ARN, and may be given to another", async () => {
        const { engine, one, other } = await withKeys();
        const made = await engine.create("kms.Alias", {
            name: "alias/logs",
            targetKeyId: one.outputs.arn,
        });
        assert.deepEqual(
            [made.id, made.outputs.arn, made.outputs.targetKeyId, made.outputs.targetKeyArn],
            [
                "alias/logs",
                "arn:aws:kms:eu-west-1:111122223333:alias/logs",
                one.id,
                one.outputs.arn,
            ],
        );
        const moved = await engine.update(made, { name: "alias/logs", targetKeyId: other.id });
        assert.equal(moved.outputs.targetKeyArn, other.outputs.arn);
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is refused twice, without its key, and with a name that KMS does not take", async () => {
        const { engine, one } = await withKeys();
        const inputs = { name: "alias/logs", targetKeyId: one.id };
        await engine.create("kms.Alias", inputs);
        await assert.rejects(
            engine.create("kms.Alias", inputs),
            /AlreadyExistsException: An alias with the name arn:aws:kms:.*:alias\/logs already exists/,
        );
        await assert.rejects(
            engine.create("kms.Alias", { name: "alias/other", targetKeyId: "k" }),
            /NotFoundException/,
        );
        for (const name of ["logs", "alias/aws/logs"]) {
            assert.throws(
                () => engine.check("kms.Alias", { ...inputs, name }),
                /"name" must begin with "alias\/"/,
            );
        }
    });
});
