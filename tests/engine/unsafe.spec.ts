import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useEngine } from "./support";
import { Run } from "./testStack";

const REPOSITORY = join(__dirname, "..", "..");
const EXAMPLE = join(REPOSITORY, "examples", "unsafe");
const PACK = join(REPOSITORY, "node_modules", "eks-privatelink-policies");

/** The rows of the README's table, each as `policy level resource`. */
function documented(): string[] {
    const text = readFileSync(join(EXAMPLE, "README.md"), "utf-8");
    return [...text.matchAll(/^\| `([\w-]+)` +\| (\w+) +\| `([\w-]+)` +\|/gm)].map(
        ([, policy, level, resource]) => `${policy} ${level} ${resource}`,
    );
}

describe("the unsafe example under the policy pack", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let run: Run;

    before(async () => {
        const stack = await engine().project(EXAMPLE);
        run = await stack.preview({ policyPacks: [PACK] });
    });

    it("is stopped in preview", () => {
        assert.notDeepEqual(run.errors, []);
    });

    it("gets the findings that its README lists, and no others", () => {
        const found = run.violations.map(
            ({ policy, level, resource }) => `${policy} ${level} ${resource}`,
        );
        assert.deepEqual(found.sort(), documented().sort());
    });

    it("has told nothing but the pack's findings", () => {
        assert.deepEqual(run.warnings, []);
    });
});
