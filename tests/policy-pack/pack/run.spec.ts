import assert from "node:assert/strict";

import { currentRun, runJudgingStack, runShowingResource } from "../../../policy-pack/pack/run";

const CONFIG = { values: {}, exemptions: [], problems: [] };

describe("run", () => {
    beforeEach("begins a run", () => {
        runJudgingStack("one");
        runShowingResource();
    });

    it("remembers inputs from one resource to the next, and to the judgement of the stack", () => {
        runShowingResource().inputs.set("urn", { name: "eks" });
        runShowingResource();
        assert.deepEqual(runJudgingStack("one").inputs.get("urn"), { name: "eks" });
        assert.deepEqual(runJudgingStack("two").inputs.get("urn"), { name: "eks" });
    });

    it("forgets everything when a resource is shown after a stack was judged", () => {
        const run = runShowingResource();
        run.inputs.set("urn", {});
        run.record("one", {}, () => CONFIG);
        runJudgingStack("one");
        assert.equal(currentRun(), run);
        const next = runShowingResource();
        assert.deepEqual([next.inputs.size, next.policies.size], [0, 0]);
    });

    it("forgets everything when one policy judges a stack again", () => {
        const run = runJudgingStack("one");
        assert.notEqual(runJudgingStack("one"), run);
    });

    it("reads the config of a policy once, and again when it is another", () => {
        let reads = 0;
        const record = (configured: { [key: string]: unknown }): unknown =>
            runShowingResource().record("one", configured, () => {
                reads += 1;
                return CONFIG;
            });
        const exemptions = [{}];
        assert.equal(record({ exemptions }), record({ exemptions }));
        assert.equal(reads, 1);
        record({ exemptions: [{}] });
        record({});
        assert.equal(reads, 3);
    });
});
