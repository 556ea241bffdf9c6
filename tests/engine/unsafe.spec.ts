import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { policies } from "../../policy-pack/policies";
import { findingsOf } from "./patterns/findings";
import { PACK, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const REPOSITORY = join(__dirname, "..", "..");
const EXAMPLE = join(REPOSITORY, "examples", "unsafe");
const OWN_PACK = join(REPOSITORY, "examples", "own-pack");
const README = readFileSync(join(EXAMPLE, "README.md"), "utf-8");

/** The rows of the README's table of findings, each as `policy level resource`. */
function documented(): string[] {
    return [...README.matchAll(/^\| `([\w-]+)` +\| (\w+) +\| `([\w-]+)` +\|/gm)].map(
        ([, policy, level, resource]) => `${policy} ${level} ${resource}`,
    );
}

/** Names of the policies in the README's other table, of those that it does not show. */
function leftOut(): string[] {
    return [...README.matchAll(/^\| `([\w-]+)` +\|[^|]+\|$/gm)].map(([, policy]) => policy ?? "");
}

describe("the unsafe example under the policy pack", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let run: Run;

    before(async () => {
        stack = await engine().project(EXAMPLE);
        run = await stack.preview({ policyPacks: [PACK] });
    });

    it("is stopped in preview", () => {
        assert.notDeepEqual(run.errors, []);
    });

    it("gets the findings that its README lists, and no others", () => {
        assert.deepEqual(findingsOf(run), documented().sort());
    });

    it("shows every policy that its README does not leave out", () => {
        const shown = new Set(run.violations.map(({ policy }) => policy));
        assert.deepEqual([...shown, ...leftOut()].sort(), policies.map(({ name }) => name).sort());
    });

    it("has told nothing but the pack's findings", () => {
        assert.deepEqual(run.warnings, []);
    });

    it("gets the same findings from a pack of a team's own, and those of the team's own policies", async () => {
        const own = await stack.preview({ policyPacks: [OWN_PACK] });
        assert.deepEqual(own.warnings, []);
        const added = findingsOf(own).filter((finding) => finding.startsWith("endpoint-owner"));
        assert.deepEqual(added, [
            "endpoint-owner-named mandatory eks",
            "endpoint-owner-named mandatory eks-auth",
            "endpoint-owner-named mandatory elsewhere",
            "endpoint-owner-named mandatory hub-eks",
            "endpoint-owner-named mandatory hub-oidc-eks",
            "endpoint-owner-named mandatory oidc-eks",
        ]);
        assert.deepEqual(findingsOf(own), [...documented(), ...added].sort());
    });
});
