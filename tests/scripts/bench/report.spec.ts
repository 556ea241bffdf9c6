import * as assert from "node:assert/strict";

import { MEGABYTES, SECONDS } from "../../../scripts/bench/benchmark";
import { report } from "../../../scripts/bench/report";

describe("report", () => {
    const subject = (label: string) => ({ label, measure: () => Promise.resolve(0) });
    const benchmark = {
        name: "boot",
        title: "start of one against another",
        ours: subject("one"),
        theirs: subject("another"),
        unit: SECONDS,
        aim: 1.1,
        needsEngine: false,
    };

    it("says that an aim is met", () => {
        const text = report(benchmark, { ours: [1000, 1100, 1200], theirs: [1000, 1000, 1000] });
        assert.equal(
            text,
            [
                "start of one against another",
                "  one      median 1.10 s, 1.00 to 1.20: 1.00 1.10 1.20",
                "  another  median 1.00 s, 1.00 to 1.00: 1.00 1.00 1.00",
                "  ratio 1.10 (middle half of the pairs 1.05 to 1.15); aim at most 1.10: met",
            ].join("\n"),
        );
    });

    it("says that an aim is missed", () => {
        const text = report(benchmark, { ours: [1200], theirs: [1000] });
        assert.match(text, /ratio 1\.20 .*aim at most 1\.10: missed$/);
    });

    it("says whether ours keeps within a limit of its own", () => {
        const limited = { ...benchmark, limit: 1.5 };
        const samples = { ours: [1200], theirs: [1200] };
        assert.match(report(limited, samples), /: met; one in s at most 1\.50: met$/);
        assert.match(
            report({ ...limited, limit: 1 }, samples),
            /; one in s at most 1\.00: missed$/,
        );
    });

    it("says that a figure without an aim is for information, in its own unit", () => {
        const informative = { ...benchmark, unit: MEGABYTES, aim: undefined };
        const text = report(informative, { ours: [3e8], theirs: [2e8] });
        assert.match(text, / one {6}median 300\.00 MB, .*\n.*\n {2}ratio 1\.50 .*; no aim$/);
    });
});
