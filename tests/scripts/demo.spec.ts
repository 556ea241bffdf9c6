import * as assert from "node:assert/strict";
import { findCli } from "../engine/support";
import { demo, demoOnce, findingsIn, rowsWith } from "./demoRun";
import { run } from "./run";

const MINUTES = 60_000;

/** What a mistake of examples/unsafe is called by the pack. */
const UNSAFE = [
    "endpoint-policy-required",
    "endpoint-policy-perimeter",
    "endpoint-ingress-no-world",
    "vpc-dns-attributes",
];

describe("npm run demo", () => {
    for (const [title, mode, isPossible] of [
        ["in process", "in-process", () => Promise.resolve(true)],
        ["on the engine", "engine", async () => (await findCli()) !== undefined],
    ] as const) {
        describe(title, () => {
            let ended: Awaited<ReturnType<typeof demo>>;

            before(async function () {
                this.timeout(5 * MINUTES);
                if (!(await isPossible())) {
                    this.skip();
                }
                ended = await demoOnce(mode);
            });

            it("ends with status 0 and says nothing on standard error", () => {
                assert.deepEqual([ended.status, ended.stderr], [0, ""]);
            });

            it("says that AWS is simulated", () => {
                assert.match(ended.stdout, /^AWS is simulated: nothing leaves this machine/m);
            });

            it("shows an endpoint address in each zone", () => {
                for (const [zone, subnet] of [
                    ["a", 0],
                    ["b", 1],
                    ["c", 2],
                ] as const) {
                    const rows = rowsWith(ended.stdout, `eu-central-1${zone}`);
                    assert.equal(rows.length, 3);
                    assert.ok(rows.every((row) => row[5]?.startsWith(`10.0.${subnet}.`)));
                }
            });

            it("resolves each host name to the addresses of its endpoint", () => {
                const endpoints = ["a", "b", "c"].map((zone) =>
                    rowsWith(ended.stdout, `eu-central-1${zone}`).map((row) => row[5]),
                );
                for (const [index, name] of [
                    [0, "eks.eu-central-1.amazonaws.com"],
                    [1, "eks-auth.eu-central-1.api.aws"],
                    [2, "oidc.eks.eu-central-1.amazonaws.com"],
                ] as const) {
                    const addresses = endpoints.map((zone) => zone[index]).join(", ");
                    assert.deepEqual(rowsWith(ended.stdout, name)[0]?.slice(3, 5), [
                        addresses,
                        "no record",
                    ]);
                }
            });

            it("lets insiders call, keeps strangers out, and admits TCP 443 only", () => {
                const [, , , ...verdicts] = rowsWith(ended.stdout, "eks:*")[0] ?? [];
                assert.deepEqual(verdicts, ["account 111122223333", "allowed", "denied", ""]);
                const answers = ["TCP 443", "TCP 80", "TCP 22"].map((port) =>
                    rowsWith(ended.stdout, port).map((row) => row[4]),
                );
                assert.deepEqual(answers, [
                    ["admitted by all 9", "refused by all 9"],
                    ["refused by all 9"],
                    ["refused by all 9"],
                ]);
            });

            it("shows the flow log, the cost and a verdict without violations", () => {
                assert.match(ended.stdout, /│ ALL +│ 9 of 9 +│/);
                assert.match(
                    ended.stdout,
                    /^ {2}USD 78\.84 a month, without data and log ingestion$/m,
                );
                assert.match(ended.stdout, /^ {2}\d+ policies on 9 resources: no violations/m);
            });

            it("lists what stopped the unsafe program", () => {
                assert.match(
                    ended.stdout,
                    /^ {2}Stopped after .*: \d+ policies on \d+ resources: \d+ violations/m,
                );
                for (const policy of UNSAFE) {
                    assert.match(
                        ended.stdout,
                        new RegExp(`^ {2}mandatory  ${policy}\n {13}\\S`, "m"),
                    );
                }
            });

            it("leaves nothing in AWS and nothing in the folder for temporary files", () => {
                assert.match(ended.stdout, /nothing is left but the network$/m);
                assert.deepEqual(ended.left, []);
            });

            it("fits in 100 columns without colours", () => {
                assert.deepEqual(
                    ended.stdout.split("\n").filter((line) => line.length > 100),
                    [],
                );
                assert.ok(!ended.stdout.includes("\u001b"));
            });
        });
    }

    it("finds the same in the unsafe program with and without the engine", async function () {
        this.timeout(5 * MINUTES);
        if ((await findCli()) === undefined) {
            this.skip();
        }
        const found = findingsIn(await demoOnce("engine"));
        assert.ok(found.length > UNSAFE.length);
        assert.deepEqual(findingsIn(await demoOnce("in-process")), found);
    });

    it("fails with one message when the pack does not stop the program it should stop", async function () {
        this.timeout(2 * MINUTES);
        const { status, stderr, left } = await demo("in-process", ["--unsafe", "examples/minimal"]);
        assert.equal(status, 1);
        assert.match(
            stderr,
            /^demo failed: the policy pack did not stop examples\/minimal: \d+ policies on 9 resources: no violations, .*\n$/,
        );
        assert.deepEqual(left, []);
    });

    it("refuses a folder that is no project before it deploys anything", async () => {
        assert.deepEqual(await run("demo", ["--unsafe", "docs"]), {
            status: 1,
            stdout: "",
            stderr:
                "demo failed: --unsafe: docs has no Pulumi.yaml and no index.ts; " +
                "give the folder of a Pulumi project in TypeScript\n",
        });
    });

    it("names the modes when the environment asks for another", async () => {
        const { status, stderr } = await run("demo", [], { EKS_PRIVATELINK_DEMO: "cloud" });
        assert.deepEqual(
            [status, stderr],
            [
                1,
                'demo failed: EKS_PRIVATELINK_DEMO is "cloud"; set it to engine or in-process, or not at all\n',
            ],
        );
    });

    it("explains itself with --help", async () => {
        const { status, stdout } = await run("demo", ["--help"]);
        assert.equal(status, 0);
        assert.match(stdout, /--unsafe <folder>/);
        assert.match(stdout, /EKS_PRIVATELINK_DEMO=in-process/);
    });
});
