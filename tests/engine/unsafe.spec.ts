import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { policies } from "../../policy-pack/policies";
import { DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import { actionsFor } from "../scripts/rights/actionsFor";
import { findingsOf } from "./patterns/findings";
import { idsIn, PACK, useEngine } from "./support";
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

/** The policy that the README names for a preview. */
const RIGHTS = /```json\n(.+?)```/s.exec(README)?.[1] ?? "";

/** Actions that the README names beside those of the calls for the example's types. */
const OTHERS = [...README.matchAll(/`([a-z0-9]+:[A-Z]\w+)`/g)].map(([, action = ""]) => action);

function policyOf(actions: string[]): string {
    const statement = { Effect: "Allow", Action: actions, Resource: "*" };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
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

    /** From now on whoever deploys may do this and nothing else. */
    function permit(...deployerPolicies: string[]): void {
        engine().change((world) => {
            world.accounts[DEFAULT_ACCOUNT] = { deployerPolicies };
        });
    }

    before(async () => {
        stack = await engine().project(EXAMPLE);
        permit(RIGHTS);
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

    it("is refused in preview where the rights that its README names are missing", async () => {
        permit();
        const { errors } = await stack.preview();
        assert.match(
            errors.join("\n"),
            /is not authorized to perform: ec2:DescribeAvailabilityZones on/,
        );
    });

    it("is refused nothing else in update and destroy, with the calls for its types, but what AWS does not take", async () => {
        const actions = [...actionsFor(run.ended.map(({ type }) => type)), ...OTHERS];
        permit(RIGHTS, policyOf(actions));
        const { errors, failed } = await stack.up({ continueOnError: true });
        const endpoints = run.ended.filter(({ type }) => type.endsWith(":VpcEndpoint"));
        assert.deepEqual(failed.sort(), endpoints.map(({ name }) => name).sort());
        assert.doesNotMatch(errors.join("\n"), /is not authorized to perform/);
        permit(RIGHTS, policyOf(actions.filter((action) => action !== "iam:DeleteRole")));
        const { errors: refused } = await stack.destroy();
        assert.match(refused.join("\n"), /is not authorized to perform: iam:DeleteRole on/);
        permit(RIGHTS, policyOf(actions));
        const { errors: left } = await stack.destroy();
        assert.deepEqual([left, idsIn(engine().world)], [[], []]);
    });
});
