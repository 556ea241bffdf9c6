import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Ajv } from "ajv";

import { checkConfig } from "../../../policy-pack/pack/checkConfig";
import { policies } from "../../../policy-pack/policies";

const PACK = join(__dirname, "..", "..", "..", "policy-pack");

/** Configurations, each with what is said about it; none is said about a right one. */
const CASES: [string, unknown, string[]][] = [
    ["nothing", {}, []],
    ["a level for all", { all: "advisory" }, []],
    ["a level for one", { "flow-logs-encrypted": "mandatory" }, []],
    [
        "a level and settings",
        { "flow-logs-retention": { enforcementLevel: "advisory", minimumDays: 30 } },
        [],
    ],
    [
        "a policy that does not exist",
        { "flow-log-retention": "mandatory" },
        ["flow-log-retention: is no policy of this pack; did you mean flow-logs-retention?"],
    ],
    [
        "a level that does not exist",
        { "private-dns-enabled": "mandatori" },
        [
            'private-dns-enabled: "mandatori" is no level; known levels: advisory, mandatory, remediate, disabled; did you mean mandatory?',
        ],
    ],
    [
        "a level of another type",
        { "private-dns-enabled": { enforcementLevel: 3 } },
        [
            "private-dns-enabled.enforcementLevel: 3 is no level; known levels: advisory, mandatory, remediate, disabled",
        ],
    ],
    [
        "a key that does not exist",
        { "flow-logs-retention": { minimumdays: 30 } },
        [
            "flow-logs-retention.minimumdays: is no key of this policy; known: minimumDays, allowForever, exemptions, enforcementLevel; did you mean minimumDays?",
        ],
    ],
    [
        "an exemption without a reason",
        { "vpc-dns-attributes": { exemptions: [{ resource: "a", expires: "2027-01-31" }] } },
        [
            "vpc-dns-attributes.exemptions[0]: lacks reason; an exemption needs resource, reason and expires",
        ],
    ],
    ["no object", ["all"], ["a list was given; write an object with a key for each policy"]],
];

function problemsOf(config: unknown): string[] {
    return checkConfig(config, policies).map(({ path, reason }) =>
        path === "" ? reason : `${path}: ${reason}`,
    );
}

describe("checkConfig", () => {
    for (const [name, config, expected] of CASES) {
        it(`says ${expected.length === 0 ? "nothing" : "what is wrong"} about ${name}`, () => {
            assert.deepEqual(problemsOf(config), expected);
        });
    }
});

describe("policy-config.schema.json", () => {
    const schema = readFileSync(join(PACK, "policy-config.schema.json"), "utf-8");
    const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object);

    for (const [name, config, expected] of CASES) {
        it(`${expected.length === 0 ? "accepts" : "refuses"} ${name}, as checkConfig does`, () => {
            assert.equal(validate(config), expected.length === 0);
        });
    }

    it("accepts the ready configuration of the package", () => {
        const ready: unknown = JSON.parse(readFileSync(join(PACK, "policy-config.json"), "utf-8"));
        assert.equal(validate(ready), true);
        assert.deepEqual(problemsOf(ready), []);
    });
});

describe("eks-privatelink-check-config", () => {
    let folder = "";
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "check-config-"));
    });
    after(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    function run(...args: string[]): { status: number | null; text: string } {
        const command = join(PACK, "check-config.js");
        const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
            encoding: "utf-8",
        });
        return { status, text: `${stdout}${stderr}` };
    }

    function write(text: string): string {
        const file = join(folder, "policy-config.json");
        writeFileSync(file, text);
        return file;
    }

    it("finds the ready configuration right", () => {
        const file = join(PACK, "policy-config.json");
        assert.deepEqual(run(file), { status: 0, text: `${file}: right\n` });
    });

    it("lists every problem and fails", () => {
        const file = write('{ "all": "strict", "none": {} }');
        const { status, text } = run(file);
        assert.equal(status, 1);
        assert.match(text, /: 2 problems\n {2}- all: "strict" is no level.*\n {2}- none: is no/);
    });

    it("says what is not JSON, what cannot be read, and what it takes", () => {
        assert.match(run(write("{")).text, /1 problem\n {2}- is not JSON: /);
        assert.match(run("no-such-file.json").text, /1 problem\n {2}- cannot be read: ENOENT/);
        assert.deepEqual(run().status, 2);
    });
});
