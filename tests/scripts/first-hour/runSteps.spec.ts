import * as assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

import { Failure } from "../../../scripts/failure";
import { bareEnvironment } from "../../../scripts/first-hour/command";
import { Hour } from "../../../scripts/first-hour/hour";
import { runSteps } from "../../../scripts/first-hour/runSteps";
import { Skipped, type Step } from "../../../scripts/first-hour/step";
import { steps } from "../../../scripts/first-hour/steps";

/** A step that runs a line of JavaScript in a process of its own. */
function step(name: string, line: string, options: { fails?: boolean } = {}): Step {
    return {
        name,
        needsEngine: false,
        run: async (hour) => {
            await hour.run(hour.folder(), [process.execPath, "-e", line], options);
        },
    };
}

describe("runSteps", () => {
    let hour: Hour;
    before(() => {
        hour = new Hour(undefined);
    });
    after(() => {
        hour.remove();
    });

    async function report(...asked: Step[]): Promise<{ failed: number; lines: string[] }> {
        const lines: string[] = [];
        const failed = await runSteps(asked, hour, (line) => lines.push(line));
        return { failed, lines: lines.map((line) => line.replace(/\([\d.]+ s\)/, "(time)")) };
    }

    it("says in one line each what went well", async () => {
        assert.deepEqual(
            await report(step("one", ""), step("two", "process.exit(3)", { fails: true })),
            {
                failed: 0,
                lines: ["ok       one (time)", "ok       two (time)", "2 ok, 0 skipped, 0 failed"],
            },
        );
    });

    it("shows what a command printed that failed, and goes on", async () => {
        const line = "console.log('said'); process.exit(3)";
        const { failed, lines } = await report(step("one", line), step("two", ""));
        assert.equal(failed, 1);
        assert.match(
            lines[0] ?? "",
            /^failed {3}one: node -e .+ ended with status 3, which should have gone well\n {9}said$/,
        );
        assert.deepEqual(lines.slice(1), ["ok       two (time)", "1 ok, 0 skipped, 1 failed"]);
    });

    it("fails a step whose command should have failed", async () => {
        const { failed, lines } = await report(step("one", "", { fails: true }));
        assert.equal(failed, 1);
        assert.match(lines[0] ?? "", /ended with status 0, which should have failed/);
    });

    it("skips by name what needs the engine where there is none, and what says so itself", async () => {
        const needsEngine = { ...step("one", "process.exit(3)"), needsEngine: true };
        const skips: Step = {
            name: "two",
            needsEngine: false,
            run: () => Promise.reject(new Skipped("this is no Linux")),
        };
        assert.deepEqual(await report(needsEngine, skips), {
            failed: 0,
            lines: [
                "skipped  one: no Pulumi CLI is installed",
                "skipped  two: this is no Linux",
                "0 ok, 2 skipped, 0 failed",
            ],
        });
    });

    it("shows what a step notes", async () => {
        const run: Step["run"] = (_, note) => {
            note("compared: all");
            return Promise.resolve();
        };
        const { lines } = await report({ ...step("one", ""), run });
        assert.deepEqual(lines.slice(0, 2), ["ok       one (time)", "         compared: all"]);
    });

    it("shows a failure of a step's own", async () => {
        const own = { ...step("one", ""), run: () => Promise.reject(new Failure("no such thing")) };
        assert.deepEqual((await report(own)).lines[0], "failed   one: no such thing");
    });
});

describe("the steps of the first hour", () => {
    it("have names of their own", () => {
        const names = steps.map(({ name }) => name);
        assert.deepEqual([...new Set(names)], names);
    });
});

describe("Hour", () => {
    it("makes folders outside the repository, and removes them", () => {
        const own = new Hour(undefined);
        const folder = own.folder({ "a/b.json": { c: 1 } });
        assert.deepEqual(JSON.parse(readFileSync(path.join(folder, "a", "b.json"), "utf-8")), {
            c: 1,
        });
        const repository = path.join(__dirname, "..", "..", "..");
        assert.ok(path.relative(repository, folder).startsWith(".."));
        own.remove();
        assert.equal(existsSync(folder), false);
    });
});

describe("bareEnvironment", () => {
    it("leaves out what npm adds", () => {
        const env = {
            HOME: "/home/a",
            npm_config_prefix: "/usr",
            NODE_OPTIONS: "--import tsx",
            PATH: "/a/node_modules/.bin:/usr/bin",
        };
        assert.deepEqual(bareEnvironment(env), {
            HOME: "/home/a",
            PATH: "/usr/bin",
            NO_COLOR: "1",
        });
    });
});
