import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Ajv } from "ajv";

import { checkConfig } from "../../../policy-pack/pack/checkConfig";
import { policies } from "../../../policy-pack/policies";
import { formatProblem } from "../../../sdk/domain";

const PACK = join(__dirname, "..", "..", "..", "policy-pack");

const MATCH = {
    policies: ["private-dns-enabled"],
    targets: ["urn:pulumi:prod::net::aws:ec2/vpcEndpoint:VpcEndpoint::eks"],
};
const EXCEPTION = { reason: "zones are in the network account", match: [MATCH] };

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
    ["environments", { environments: ["prod/aws"], all: "advisory" }, []],
    [
        "environments that are no list",
        { environments: "prod/aws" },
        ['environments: "prod/aws" was given; write a list of names of environments'],
    ],
    ["version 2", { version: 2, "private-dns-enabled": "advisory", exceptions: [EXCEPTION] }, []],
    ["policies below a key of version 2", { version: 2, policies: { all: "advisory" } }, []],
    [
        "a wrong level below it",
        { version: 2, policies: { all: "advisry" } },
        [
            'policies.all: "advisry" is no level; known levels: advisory, mandatory, remediate, disabled; did you mean advisory?',
        ],
    ],
    ["a version to come", { version: 3 }, ["version: 3 is no version with exceptions; write 2"]],
    [
        "exceptions without the version",
        { exceptions: [EXCEPTION] },
        [
            'exceptions: is read in version 2 of the file only; write "version": 2 too, with a CLI of 3.271 or later',
        ],
    ],
    [
        "exceptions that are no list",
        { version: 2, exceptions: {} },
        ["exceptions: an object was given; write a list of { reason, match }"],
    ],
    [
        "an exception without anything",
        { version: 2, exceptions: [{ reason: " ", match: [] }] },
        [
            'exceptions[0].reason: " " was given; say why, in a sentence',
            "exceptions[0].match: an empty list was given; write a list of entries { policies, targets }",
        ],
    ],
    [
        "an exception for no policy and no resource",
        { version: 2, exceptions: [{ ...EXCEPTION, match: [{ policies: ["private-dns"] }] }] },
        [
            'exceptions[0].match[0].policies[0]: "private-dns" is no policy of this pack',
            "exceptions[0].match[0].targets: undefined was given; write a list of URNs of resources",
        ],
    ],
    [
        "a target by its name",
        {
            version: 2,
            exceptions: [{ ...EXCEPTION, match: [{ ...MATCH, targets: ["hub-*"] }] }],
        },
        [
            'exceptions[0].match[0].targets[0]: "hub-*" is no URN; the engine compares whole URNs, which pulumi stack --show-urns ' +
                "prints, and takes neither names nor *; for those, use exemptions of a policy",
        ],
    ],
    ["no object", ["all"], ["a list was given; write an object with a key for each policy"]],
];

const schema = readFileSync(join(PACK, "policy-config.schema.json"), "utf-8");
const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object);

function problemsOf(config: unknown): string[] {
    return checkConfig(config, policies).map(formatProblem);
}

describe("checkConfig", () => {
    for (const [name, config, expected] of CASES) {
        it(`says ${expected.length === 0 ? "nothing" : "what is wrong"} about ${name}`, () => {
            assert.deepEqual(problemsOf(config), expected);
        });
    }
});

describe("checkConfig, of what no public source explains", () => {
    const UNKNOWN = {
        version: 2,
        approvals: {},
        exceptions: [{ ...EXCEPTION, expires: "2027-01-31", match: [{ ...MATCH, stacks: [] }] }],
    };

    it("says that it is not checked, and finds nothing wrong with it", () => {
        const why = "is not checked, because no public source says what it is";
        const said = checkConfig(UNKNOWN, policies);
        assert.deepEqual(said.map(formatProblem), [
            `exceptions[0].match[0].stacks: ${why}`,
            `exceptions[0].expires: ${why}`,
            `approvals: ${why}`,
        ]);
        assert.ok(said.every(({ isWarning }) => isWarning));
    });

    it("is accepted by the schema too", () => {
        assert.equal(validate(UNKNOWN), true);
    });
});

describe("policy-config.schema.json", () => {
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

    it("says how far a file is right that has more than it can check", () => {
        const file = write('{ "version": 2, "approvals": {} }');
        assert.deepEqual(run(file), {
            status: 0,
            text:
                `${file}: right, as far as it is checked\n` +
                "  - approvals: is not checked, because no public source says what it is\n",
        });
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
