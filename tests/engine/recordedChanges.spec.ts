import assert from "node:assert/strict";

import { type Recorded, recordExample, replay } from "../../scripts/changes/recorded";
import { isSafe, report } from "../../scripts/changes/report";
import { Scene } from "../../scripts/changes/scene";
import { isEnd, type Step } from "../../scripts/changes/step";
import { judgeRow, ON_ENGINE } from "../../scripts/changes/table";
import { AWSX } from "./plugins";
import { useEngine } from "./support";

describe("changes of the example awsx-vpc, whose calls the engine tells npm run changes", function () {
    this.timeout(180_000);
    useEngine();
    let recorded: Recorded[];

    before(async function () {
        const found = await recordExample("awsx-vpc", AWSX);
        if ("missing" in found) {
            this.skip();
        }
        recorded = found;
    });

    it("are the calls of the engine, each after all for which the engine makes it wait", async () => {
        const scene = await Scene.create();
        const { steps } = await scene.plan("hub", replay(recorded));
        const waits = steps.flatMap((step) => {
            const awaited = step.waits.map((each) => nameOf(steps[each]));
            return isEnd(step) ? [] : [{ made: nameOf(step), after: awaited.sort() }];
        });
        const kept = recorded.map(({ urn, dependencies }) => {
            const awaited = dependencies.filter((each) => !each.includes("::awsx:ec2:Vpc::"));
            return { made: nameIn(urn), after: awaited.map(nameIn).sort() };
        });
        assert.deepEqual(waits.sort(byName), kept.sort(byName));
    });

    it("keep the host names, and AWS takes them in every order", async () => {
        const row = ON_ENGINE.find(({ title }) => title === "example awsx-vpc: destroy");
        assert.ok(row);
        const { lines, total } = report(row, await judgeRow(row));
        assert.ok(isSafe(total), lines.join("\n"));
        assert.ok(total.worlds > recorded.length);
    });

    it("are left out with a reason where their plugin is not there", async () => {
        assert.deepEqual(await recordExample("awsx-vpc", ["nobody", "1.0.0"]), {
            missing: "the Pulumi CLI has no plugin nobody 1.0.0",
        });
    });
});

interface Made {
    made: string;
}

function byName(one: Made, other: Made): number {
    return one.made.localeCompare(other.made);
}

/** What a call makes, or waits for, by type and name: some resources of awsx have the same name. */
function nameOf(step: Step | undefined): string {
    return `${step?.type} ${step?.label.replace(/^create | is available$/g, "")}`;
}

function nameIn(urn: string): string {
    const [, , types = "", name = ""] = urn.split("::");
    return `${types.split("$").at(-1)} ${name}`;
}
