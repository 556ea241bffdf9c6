import assert from "node:assert/strict";

import { copyExample } from "./languages/project";
import { existingNetwork } from "./network";
import { idsIn, listed, REGION, useEngine } from "./support";

/** What the CLI prints of a run with `--json`. */
interface Printed {
    steps: { op: string; urn: string; diffReasons?: string[] }[];
    changeSummary: { [op: string]: number };
}

describe("a set under the less usual commands of the CLI", function () {
    this.timeout(180_000);
    const engine = useEngine();
    let folder: string;
    let existing: string[];

    before(async () => {
        const { vpcId, subnetIds } = await existingNetwork(engine(), { hasIpv6: true });
        existing = idsIn(engine().world);
        folder = copyExample(engine(), "TypeScript", "perimeter");
        await engine().open(folder, {
            "aws:region": REGION,
            vpcId,
            ...listed("subnetIds", subnetIds),
            organizationId: "o-a1b2c3d4e5",
        });
    });

    /** Runs a command, which has to succeed. */
    function pulumi(...args: string[]): string {
        const env = { PULUMI_EXPERIMENTAL: "true" };
        return engine().pulumi(folder, [...args, "--non-interactive"], env);
    }

    function preview(): Printed {
        return JSON.parse(pulumi("preview", "--json")) as Printed;
    }

    it("goes up by a plan that a preview has saved", () => {
        pulumi("preview", "--save-plan", "plan.json");
        pulumi("up", "--yes", "--skip-preview", "--plan", "plan.json");
        assert.equal(Object.keys(engine().world.objects.endpoints).length, 3);
        assert.deepEqual(Object.keys(preview().changeSummary), ["same"]);
    });

    it("is not changed by a refresh that runs the program", () => {
        const { objects } = engine().world;
        pulumi("refresh", "--yes", "--skip-preview", "--run-program", "--expect-no-changes");
        assert.deepEqual(engine().world.objects, objects);
    });

    it("is not changed by an update of one endpoint and what depends on it", () => {
        const { objects } = engine().world;
        const target = ["--target", "**eks-eks-auth", "--target-dependents"];
        pulumi("up", "--yes", "--skip-preview", "--expect-no-changes", ...target);
        assert.deepEqual(engine().world.objects, objects);
    });

    it("changes nothing but tags when its stack is renamed", () => {
        pulumi("stack", "rename", "renamed");
        const { steps, changeSummary } = preview();
        assert.deepEqual(Object.keys(changeSummary).sort(), ["same", "update"]);
        const reasons = steps.flatMap(({ op, diffReasons }) => (op === "same" ? [] : diffReasons));
        assert.deepEqual([...new Set(reasons)], ["tags"]);
        pulumi("up", "--yes", "--skip-preview");
    });

    it("goes to the last object in a destroy that runs the program, one by one", () => {
        pulumi("destroy", "--yes", "--skip-preview", "--run-program", "--parallel", "1");
        assert.deepEqual(idsIn(engine().world), existing);
    });
});
