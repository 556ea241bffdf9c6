import assert from "node:assert/strict";

import { addSpoke, type Spoke } from "./hubAndSpokes";
import { endpointsInProfile } from "./patterns/endpointsInProfile";
import { findingsOf } from "./patterns/findings";
import { ownComponents } from "./patterns/ownComponents";
import { addLogBucket, organizations, SPOKE_ACCOUNT } from "./patterns/parts";
import { PACK, useEngine } from "./support";
import type { TestStack } from "./testStack";

describe("the policy pack on endpoints in a profile", function () {
    this.timeout(120_000);
    const engine = useEngine({ world: organizations() });
    let sharedWith: Parameters<typeof endpointsInProfile>[0];
    let stack: TestStack;

    before(async () => {
        await addLogBucket(engine());
        stack = await engine().stack("profile", () => {
            endpointsInProfile(sharedWith);
        });
    });

    it("lets one that is shared inside the organisation go up", async () => {
        sharedWith = "the organisation";
        const run = await stack.up({ policyPacks: [PACK] });
        assert.deepEqual([run.errors, run.warnings, findingsOf(run)], [[], [], []]);
    });

    it("stops the preview of one that is shared with a partner", async () => {
        sharedWith = "a partner";
        const run = await stack.preview({ policyPacks: [PACK] });
        assert.notDeepEqual(run.errors, []);
        assert.deepEqual(findingsOf(run), ["share-inside-organization mandatory share"]);
    });
});

describe("the policy pack on this repository's components", function () {
    this.timeout(120_000);
    const engine = useEngine({ world: organizations() });
    let spoke: Spoke;

    before(async () => {
        spoke = await addSpoke(engine(), SPOKE_ACCOUNT, "10.50");
    });

    for (const method of ["hostedZones", "profile"] as const) {
        it(`has nothing to say about a set and its share with ${method}`, async () => {
            const stack = await engine().stack(method, () => {
                ownComponents(method, spoke);
            });
            const preview = await stack.preview({ policyPacks: [PACK] });
            assert.deepEqual([preview.errors, findingsOf(preview)], [[], []]);
            const run = await stack.up({ policyPacks: [PACK] });
            assert.deepEqual([run.errors, run.warnings, findingsOf(run)], [[], [], []]);
        });
    }
});
