import assert from "node:assert/strict";
import * as path from "node:path";

import { existingNetwork } from "./network";
import { idsIn, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

describe("a program with a mistake in its arguments", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    before(async () => {
        stack = await engine().project(path.join(__dirname, "programs", "mistakes"));
    });

    async function preview(args: object): Promise<Run> {
        await stack.stack.setConfig("args", { value: JSON.stringify(args) });
        return stack.preview();
    }

    it("gets one message with every problem and its path", async () => {
        const { errors } = await preview({
            vpcId: "",
            subnetIds: [],
            services: ["eks", "ecr"],
            ingress: { cidrBlocks: ["0.0.0.0/0"] },
            endpointPolicy: { accountIds: ["123"] },
            flowLogs: { retentionInDays: 100 },
            verfy: true,
        });
        assert.equal(errors.length, 1);
        const [first, ...problems] = (errors[0] ?? "").split("\n");
        assert.equal(first, 'EksEndpointSet "eks" has 7 problems in its arguments:');
        assert.deepEqual(problems.map((line) => /^ {2}- (\S+): /.exec(line)?.[1]).sort(), [
            "endpointPolicy.accountIds[0]",
            "flowLogs.retentionInDays",
            "ingress.cidrBlocks[0]",
            "services[1]",
            "subnetIds",
            "verfy",
            "vpcId",
        ]);
    });

    it("gets no stack dump with the message", async () => {
        const { text } = await preview({ vpcId: "vpc-0123456789abcdef0", subnetIds: [] });
        assert.match(text, /error: EksEndpointSet "eks" has a problem in its arguments:/);
        assert.doesNotMatch(text, /\n\s+at .*\.(ts|js):\d+/);
    });

    it("has nothing registered, and leaves AWS as it was", async () => {
        const { registered } = await preview({ vpcId: "vpc-0123456789abcdef0", subnetIds: [] });
        assert.deepEqual(registered, []);
        const existing = idsIn(engine().world);
        const { steps } = await stack.up();
        assert.deepEqual({ steps, ids: idsIn(engine().world) }, { steps: [], ids: existing });
    });

    it("gets no stack dump either for what only AWS knows", async () => {
        const { vpcId, subnetIds } = await existingNetwork(engine(), { zones: ["a", "a"] });
        const { errors, text } = await preview({ vpcId, subnetIds });
        assert.equal(errors.length, 1);
        assert.match(errors[0] ?? "", /^subnetIds\[1\]: subnet /);
        assert.doesNotMatch(text, /\n\s+at .*\.(ts|js):\d+/);
    });
});
