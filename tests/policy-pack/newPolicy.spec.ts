import assert from "node:assert/strict";

import { type Edits, WorkingCopy } from "../support/workingCopy";
import { filesOf } from "./support/recipe";

const SAMPLE = { name: "sample-policy", area: "availability" };

const POLICY = `
import { definePolicy } from "../../pack/definePolicy";
import { readString, readValue } from "../../stack/values";

/** Whether an EKS endpoint has the tag of this test. */
export const samplePolicy = definePolicy({
    name: "sample-policy",
    description: "EKS endpoints do not have the tag of this test.",
    severity: "low",
    enforcementLevel: "mandatory",
    remediationSteps: "Remove the tag.",
    judgeEndpoint({ resource }, findings) {
        if (readString(readValue(resource.given, "tags"), "sample") !== undefined) {
            findings.report(resource, { path: "tags.sample", reason: "is there; remove it" });
        }
    },
});
`;

const EXAMPLE = `
import { spoilt } from "../../support/example";

export const example = spoilt("eks", { endpoint: { tags: { sample: "yes" } } });
`;

const SPEC = `
import assert from "node:assert/strict";
import { samplePolicy as policy } from "../../../../policy-pack/policies/availability/samplePolicy";
import { judge } from "../../support/judge";
import { compliantStack } from "../../support/resources";

describe("samplePolicy", () => {
    it("accepts endpoints without the tag", async () => {
        assert.deepEqual(await judge(policy, compliantStack()), []);
    });
});
`;

/** How each listed file that is written by hand comes to have the new policy. */
const WRITTEN: Edits = {
    "policy-pack/policies/availability/samplePolicy.ts": () => POLICY,
    "tests/policy-pack/policies/availability/samplePolicy.example.ts": () => EXAMPLE,
    "tests/policy-pack/policies/availability/samplePolicy.spec.ts": () => SPEC,
    "policy-pack/policies/index.ts": (text) =>
        text
            .replace("\n\n", '\nimport { samplePolicy } from "./availability/samplePolicy";\n\n')
            .replace("    policyConfiguration,\n", "    samplePolicy,\n    policyConfiguration,\n"),
    "tests/policy-pack/policies/index.spec.ts": (text) =>
        text.replace(/( *)"policy-configuration /, '$1"sample-policy mandatory low",\n$&'),
    "examples/unsafe/README.md": (text) => `${text}| \`sample-policy\` | is for a test only |\n`,
};

describe("a new policy with the files that CONTRIBUTING.md lists, and no others", function () {
    this.timeout(180_000);
    let copy: WorkingCopy;

    before("copies what knows policies", () => {
        copy = new WorkingCopy(
            [
                "policy-pack",
                "scripts",
                "tests/policy-pack",
                "tests/scripts",
                "tests/support",
                ".prettierrc.json",
                "CONTRIBUTING.md",
                "examples",
                "package.json",
                "tsconfig.json",
            ],
            ["node_modules", "sdk", "simulated-aws", "docs", "llms.txt"],
        );
    });

    after(() => {
        copy.remove();
    });

    it("leaves the tests of the pack green, and its own pass", () => {
        for (const file of Object.keys(WRITTEN)) {
            assert.ok(filesOf(SAMPLE).includes(file), file);
        }
        copy.edit(WRITTEN);
        const generated = copy.generate("policy-pack");
        assert.deepEqual(generated, { status: 0, text: "" });
        copy.edit({
            "policy-pack/docs/sample-policy.md": (text) =>
                text.replace("## Why\n", "## Why\n\nIt is for a test only.\n"),
        });
        const specs = [
            "tests/policy-pack/recipe.spec.ts",
            "tests/policy-pack/policies/*.spec.ts",
            "tests/policy-pack/policies/availability/*.spec.ts",
            "tests/scripts/generated.spec.ts",
        ];
        const { status, text } = copy.test(
            ...specs,
            "--grep",
            "sample|policies|policy-pack|file|example",
        );
        assert.equal(status, 0, text);
        assert.match(text, /\d+ passing/);
    });
});
