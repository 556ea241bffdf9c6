import assert from "node:assert/strict";

import { policies } from "../../policy-pack/policies";
import { analyze } from "./support/analyzer";
import { ENDPOINT_CASES } from "./support/field/endpoints";
import { FLOW_LOG_CASES } from "./support/field/flowLogs";
import { NAME_CASES } from "./support/field/names";

const AREAS = { endpoints: ENDPOINT_CASES, names: NAME_CASES, "flow logs": FLOW_LOG_CASES };

describe("the pack on stacks as people write them", () => {
    for (const [area, cases] of Object.entries(AREAS)) {
        for (const { title, said, words, stack } of cases) {
            for (const phase of ["preview", "update"] as const) {
                const verdict = said.length === 0 ? "accepts" : "judges";
                it(`${verdict} ${title} (${area}, ${phase})`, async () => {
                    const { diagnostics } = await analyze({ policies, phase, ...stack() });
                    assert.deepEqual(
                        diagnostics
                            .map(({ policy, level, resource }) => `${policy} ${level} ${resource}`)
                            .sort(),
                        said,
                    );
                    assert.ok(
                        words === undefined ||
                            diagnostics.some(({ message }) => words.test(message)),
                        diagnostics.map(({ message }) => message).join("\n"),
                    );
                });
            }
        }
    }
});
