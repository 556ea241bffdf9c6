import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { filesOf, REPOSITORY } from "./support/recipe";

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

const GENERATE = `
const { writeFileSync } = require("node:fs");
const { GENERATED_FILES } = require("./scripts/generated");
const ofPack = GENERATED_FILES.filter(({ path }) => path.includes("policy-pack"));
void (async () => {
    for (const { path, content } of ofPack) writeFileSync(path, await content());
})();
`;

/** How each listed file that is written by hand comes to have the new policy. */
const WRITTEN: { [file: string]: (text: string) => string } = {
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
    let copy = "";

    before("copies what knows policies", () => {
        copy = mkdtempSync(join(tmpdir(), "new-policy-"));
        const folders = ["policy-pack", "scripts", "tests/policy-pack", "tests/scripts"];
        const files = [".prettierrc.json", "CONTRIBUTING.md", "examples/unsafe", "package.json"];
        for (const path of [...folders, ...files, "tsconfig.json"]) {
            cpSync(join(REPOSITORY, path), join(copy, path), {
                recursive: true,
                filter: (source) => !/[\\/](bin|node_modules)$/.test(source),
            });
        }
        for (const shared of ["node_modules", "sdk"]) {
            symlinkSync(join(REPOSITORY, shared), join(copy, shared));
        }
    });

    after(() => {
        rmSync(copy, { recursive: true, force: true });
    });

    function edit(file: string, change: (text: string) => string): void {
        const path = join(copy, file);
        mkdirSync(dirname(path), { recursive: true });
        const text = existsSync(path) ? readFileSync(path, "utf-8") : "";
        writeFileSync(path, change(text));
    }

    function run(...args: string[]): { status: number | null; text: string } {
        const { status, stdout, stderr } = spawnSync(process.execPath, args, {
            cwd: copy,
            encoding: "utf-8",
        });
        return { status, text: `${stdout}${stderr}` };
    }

    it("leaves the tests of the pack green, and its own pass", () => {
        for (const [file, change] of Object.entries(WRITTEN)) {
            assert.ok(filesOf(SAMPLE).includes(file), file);
            edit(file, change);
        }
        const generated = run("-r", "tsx/cjs", "-e", GENERATE);
        assert.deepEqual(generated, { status: 0, text: "" });
        edit("policy-pack/docs/sample-policy.md", (text) =>
            text.replace("## Why\n", "## Why\n\nIt is for a test only.\n"),
        );
        const specs = [
            "tests/policy-pack/recipe.spec.ts",
            "tests/policy-pack/policies/*.spec.ts",
            "tests/policy-pack/policies/availability/*.spec.ts",
            "tests/scripts/generated.spec.ts",
        ];
        const mocha = require.resolve("mocha/bin/mocha.js");
        const { status, text } = run(
            mocha,
            "--reporter",
            "dot",
            ...specs,
            "--grep",
            "sample|policies|policy-pack|file|example",
        );
        assert.equal(status, 0, text);
        assert.match(text, /\d+ passing/);
    });
});
