import * as assert from "node:assert/strict";

import { run } from "./run";

const NAMES =
    "set-preview, set-up, yaml, python, executable-start, executable-memory, executable-size, executable-preview, executable-yaml, hub-50-spokes, pack-boot, pack-preview-10, pack-preview-1000, pack-preview-5000, pack-awsguard, pack-cpu, pack-memory, simulate-300, question-300, provider-boot, provider-memory, latency";

describe("npm run bench", function () {
    this.timeout(120_000);

    it("prints every run, medians, the ratio and the aim", async () => {
        const { status, stdout, stderr } = await run("bench", ["--quick", "--only", "pack-boot"]);
        assert.deepEqual([status, stderr], [0, ""]);
        const number = String.raw`\d+\.\d\d`;
        const measured = String.raw`median ${number} s, ${number} to ${number}:( ${number}){3}`;
        const form = [
            String.raw`On a simulated AWS: .*, Node [\d.]+, \d+ cores?, load \d+\.\d`,
            String.raw`Whole processes, in turn, 3 pairs after one to warm up; seconds`,
            "",
            "start of the policy pack against an empty, unbundled pack",
            String.raw`  the pack    ${measured}`,
            String.raw`  empty pack  ${measured}`,
            String.raw`  ratio ${number} \(middle half of the pairs ${number} to ${number}\); aim at most 1\.00: (met|missed); load \d+\.\d`,
        ];
        assert.match(stdout, new RegExp(`^${form.join("\n")}\n$`));
    });

    it("names the benchmarks when there is none of a name", async () => {
        assert.deepEqual(await run("bench", ["--only", "boot"]), {
            status: 1,
            stdout: "",
            stderr: `bench failed: --only: there is no benchmark "boot"; choose one of ${NAMES}\n`,
        });
    });

    it("explains itself with --help", async () => {
        const { status, stdout } = await run("bench", ["--help"]);
        assert.equal(status, 0);
        assert.ok(stdout.includes(`--only <name>  One benchmark: ${NAMES}.`));
    });
});
