import assert from "node:assert/strict";

import { policies } from "../../../policy-pack/policies";
import { analyze } from "../support/analyzer";
import type { Case } from "../support/example";
import { findExample } from "../support/recipe";

/** What the whole pack says in preview, with a policy on that is disabled by default; each as `policy resource`. */
async function judge(policy: (typeof policies)[number], { resources, config }: Case) {
    const isOn = policy.enforcementLevel !== "disabled";
    const own = isOn ? {} : { [policy.name]: { enforcementLevel: "mandatory" } };
    const { diagnostics } = await analyze({ policies, resources, config: { ...own, ...config } });
    return diagnostics.map(
        (finding) => `${finding.policy} ${finding.resource}: ${finding.message}`,
    );
}

describe("the example on the page of", () => {
    for (const policy of policies) {
        const example = findExample(policy.name);
        // The list of missing files is for recipe.spec.ts.
        (example === undefined ? describe.skip : describe)(policy.name, () => {
            it("is wrong to this policy alone", async () => {
                const { wrong, about } = example ?? assert.fail();
                const [finding, ...more] = await judge(policy, wrong());
                assert.deepEqual(more, []);
                assert.ok(finding?.startsWith(`${policy.name} ${about}: `), finding);
            });

            it("is right to every policy once it is put right", async () => {
                const { right } = example ?? assert.fail();
                assert.deepEqual(await judge(policy, right()), []);
            });
        });
    }
});
