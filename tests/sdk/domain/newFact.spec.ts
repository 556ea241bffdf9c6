import assert from "node:assert/strict";
import { basename, dirname } from "node:path";

import { filesIn, filesOf, findGaps, readFile, type Recipe } from "../../support/recipe";
import { type Edits, WorkingCopy } from "../../support/workingCopy";

/** Files that work on facts and hold none of their own. */
const WITHOUT_FACTS = [
    "cidr",
    "cidrBlocks",
    "deliveryConditions",
    "deliveryStatements",
    "index",
    "problem",
    "wording",
];
/** What a topic keeps to itself: its spec is that of the topic. */
const PARTS: { [part: string]: string } = {
    world: "ingress",
};

function recipeOf(topic: string): Recipe {
    return { title: "Add a fact", places: { topic } };
}

function hasSource(text = ""): boolean {
    return /\bSources?: |\bsource: /.test(text);
}

const WRITTEN: Edits = {
    "sdk/domain/samples.ts": () => `
/** Samples a set has. Source: the guide to samples, read 2026-11-26. */
const SAMPLES_PER_SET = 3;

/** Whether a set has room for one more sample. */
export function hasRoomForSample(count: number): boolean {
    return count < SAMPLES_PER_SET;
}
`,
    "tests/sdk/domain/samples.spec.ts": () => `
import assert from "node:assert/strict";
import { hasRoomForSample } from "../../../sdk/domain";

describe("hasRoomForSample", () => {
    it("has room for three", () => {
        assert.deepEqual([2, 3].map(hasRoomForSample), [true, false]);
    });
});
`,
    "sdk/domain/index.ts": (text) => `${text}export * from "./samples";\n`,
};

describe('"Add a fact" in CONTRIBUTING.md', function () {
    this.timeout(180_000);
    const topics = filesIn("sdk/domain")
        .filter((file) => dirname(file) === "sdk/domain")
        .map((file) => basename(file, ".ts"))
        .filter((name) => !WITHOUT_FACTS.includes(name));

    it("lists the files of a fact", () => {
        assert.deepEqual(filesOf(recipeOf("samples")), Object.keys(WRITTEN));
    });

    for (const missing of filesOf(recipeOf("samples"))) {
        it(`tells of ${missing} where that is missing`, () => {
            const text = (file: string) => (file === missing ? undefined : '"./samples"');
            assert.deepEqual(findGaps(recipeOf("samples"), ["samples"], text), [
                `${missing} is missing (CONTRIBUTING.md, "Add a fact")`,
            ]);
        });
    }

    for (const topic of topics) {
        it(`is followed by ${topic}`, () => {
            const file = `sdk/domain/${topic}.ts`;
            const owner = PARTS[topic] ?? topic;
            assert.ok(hasSource(readFile(file)), `${file} does not say where its facts were read`);
            assert.deepEqual(findGaps(recipeOf(owner), [`"./${owner}"`, `domain/${owner}`]), []);
        });
    }

    it("leaves the tests of the facts green with these files and no others", () => {
        const copy = new WorkingCopy(
            [
                "sdk",
                "tests/sdk/domain",
                "tests/support",
                "CONTRIBUTING.md",
                "package.json",
                "tsconfig.json",
            ],
            ["node_modules", "simulated-aws"],
        );
        try {
            copy.edit(WRITTEN);
            const { status, text } = copy.test(
                "tests/sdk/domain/newFact.spec.ts",
                "tests/sdk/domain/samples.spec.ts",
                "--grep",
                "these files and no others",
                "--invert",
            );
            assert.equal(status, 0, text);
            assert.match(text, /\d+ passing/);
        } finally {
            copy.remove();
        }
    });
});
