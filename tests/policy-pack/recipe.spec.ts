import assert from "node:assert/strict";

import { policies } from "../../policy-pack/policies";
import { filesIn, readFile } from "../support/recipe";
import { filesOf, findGaps, placePolicy } from "./support/recipe";

const SAMPLE = { name: "sample-policy", area: "dns" };

describe('"Add a policy" in CONTRIBUTING.md', () => {
    it("lists the files of a policy", () => {
        assert.deepEqual(filesOf(SAMPLE), [
            "policy-pack/policies/dns/samplePolicy.ts",
            "policy-pack/policies/index.ts",
            "tests/policy-pack/policies/dns/samplePolicy.example.ts",
            "tests/policy-pack/policies/dns/samplePolicy.spec.ts",
            "tests/policy-pack/policies/index.spec.ts",
            "examples/unsafe/README.md",
            "policy-pack/docs/sample-policy.md",
            "policy-pack/README.md",
            "policy-pack/policy-config.schema.json",
        ]);
    });

    for (const missing of filesOf(SAMPLE)) {
        it(`makes a test fail with the name of ${missing} where that is missing`, () => {
            assert.deepEqual(
                findGaps(SAMPLE, (file) => (file === missing ? undefined : SAMPLE.name)),
                [`${missing} is missing (CONTRIBUTING.md, "Add a policy")`],
            );
        });
    }

    it("makes a test fail with the names of files that are there and do not name the policy", () => {
        assert.deepEqual(
            findGaps(SAMPLE, () => ""),
            filesOf(SAMPLE)
                .filter((file) => !file.includes("sample"))
                .map(
                    (file) =>
                        `${file} does not name sample-policy (CONTRIBUTING.md, "Add a policy")`,
                ),
        );
    });

    for (const { name } of policies) {
        it(`is followed by ${name}`, () => {
            const placed = placePolicy(name);
            assert.ok(placed, `policy-pack/policies has no file for ${name}`);
            assert.deepEqual(findGaps(placed), []);
        });

        it(`is followed by ${name} to its reasons`, () => {
            const file = `policy-pack/docs/${name}.md`;
            assert.match(readFile(file) ?? "", /^## Why\n\n[A-Z]/m, `${file} does not say why`);
        });
    }

    it("knows the policy of every file beside those of policies", () => {
        const known = policies.flatMap(({ name }) => filesOf(placePolicy(name) ?? SAMPLE));
        const shared = ["everyPolicy", "examples", "index", "oneCause"].map(
            (name) => `tests/policy-pack/policies/${name}.spec.ts`,
        );
        const found = [
            "policy-pack/policies",
            "policy-pack/docs",
            "tests/policy-pack/policies",
        ].flatMap(filesIn);
        const others = found.filter(
            (file) => ![...known, ...shared].includes(file) && !file.includes("/shared/"),
        );
        assert.deepEqual(others, [], "of no policy in policy-pack/policies/index.ts");
    });
});
