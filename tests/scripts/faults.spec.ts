import assert from "node:assert/strict";

import { tryPositions } from "../../scripts/faults/matrix";
import { readOptions } from "../../scripts/faults/options";
import {
    describeBeside,
    describeWorld,
    lessThan,
    sortedText,
} from "../../scripts/faults/sameWorld";
import { createWorld, mocks } from "../../simulated-aws/index";
import { findInstalledCli } from "../support/installedCli";

describe("npm run faults", function () {
    this.timeout(300_000);

    before(async function () {
        if ((await findInstalledCli()) === undefined) {
            this.skip();
        }
    });

    it("disturbs a sample of calls, of which every run recovers", async () => {
        const tried = await tryPositions({ group: "one set", sample: 2, seed: 7 }, () => undefined);
        assert.equal(tried.length, 2);
        assert.deepEqual(
            tried.filter(({ failures }) => failures.length > 0),
            [],
        );
    });
});

describe("the options of npm run faults", () => {
    it("name what is not allowed", () => {
        assert.throws(() => readOptions(["--kinds", "cutOff,lost"]), {
            message:
                '--kinds: there is no "lost"; choose of throttled, refused, waitFailed, cutOff, engineKilled',
        });
        assert.throws(() => readOptions(["--sample", "few"]), {
            message: '--sample: "few" is no whole number',
        });
    });
});

describe("two descriptions of worlds", () => {
    const TYPE = "aws:ec2/vpc:Vpc";

    async function worldOf(ranges: string[]): Promise<string[]> {
        const world = createWorld();
        const model = mocks(world);
        for (const cidrBlock of ranges) {
            await model.newResource({ type: TYPE, name: cidrBlock, inputs: { cidrBlock } });
        }
        return describeWorld(world);
    }

    it("tell in the same words of what names objects, whatever the IDs are, and in others of what names others", async () => {
        const ranges = ["10.1.0.0/16", "10.2.0.0/16"];
        const naming = async (made: string[], named: string[]): Promise<string> => {
            const world = createWorld();
            const model = mocks(world);
            for (const cidrBlock of made) {
                await model.newResource({ type: TYPE, name: cidrBlock, inputs: { cidrBlock } });
            }
            const vpcs = Object.values(world.objects.vpcs);
            const ids = named.map((range) => vpcs.find(({ cidrBlock }) => cidrBlock === range)?.id);
            return describeBeside(world, { ids });
        };
        const turned = ranges.toReversed();
        const sorted = async (made: string[], named: string[]) =>
            sortedText(JSON.parse(await naming(made, named)) as object);
        assert.equal(await sorted(ranges, ranges), await sorted(turned, turned));
        assert.notEqual(await sorted(ranges, ranges), await sorted(ranges, ranges.slice(1)));
        assert.notEqual(
            await sorted(ranges, ranges.slice(0, 1)),
            await sorted(ranges, ranges.slice(1)),
        );
    });

    it("are the same whatever the IDs are, and name what one of them lacks", async () => {
        const [one, two] = ["10.1.0.0/16", "10.2.0.0/16"];
        const both = await worldOf([one, two]);
        const turned = await worldOf([two, one]);
        assert.deepEqual([lessThan(both, turned), lessThan(turned, both)], [[], []]);
        const lacking = lessThan(both, await worldOf([one]));
        assert.ok(lacking.some((line) => line.startsWith("vpcs#") && line.includes(two)));
        assert.ok(lacking.every((line) => !line.includes(`"cidrBlock":"${one}"`)));
    });
});
