import * as assert from "node:assert/strict";

import { findInstalledCli } from "../support/installedCli";
import { demo, demoOnce, findingsIn, paragraphAfter, rowsWith } from "./demoRun";
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
        ["on the engine", "engine", async () => (await findInstalledCli()) !== undefined],
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

            it("deploys the hub and two spokes without a finding of the pack", () => {
                for (const [stack, resources] of [
                    ["hub", 35],
                    ["team-a", 6],
                    ["team-b", 6],
                ] as const) {
                    assert.match(
                        ended.stdout,
                        new RegExp(
                            `^ {2}${stack}: ${resources} resources created in .*\n( {4}.*\n)+` +
                                ` {2}Policy pack: \\d+ policies on ${resources} resources: ` +
                                "no violations, no advisories$",
                            "m",
                        ),
                    );
                }
            });

            it("shows an endpoint address in each zone of the hub", () => {
                for (const [zone, subnet] of [
                    ["a", 0],
                    ["b", 1],
                ] as const) {
                    const rows = rowsWith(ended.stdout, `eu-central-1${zone}`);
                    assert.equal(rows.length, 3);
                    assert.ok(rows.every((row) => row[4]?.startsWith(`10.0.${subnet}.`)));
                }
            });

            it("resolves each host name to the addresses of its endpoint from both spokes", () => {
                const endpoints = ["a", "b"].map((zone) =>
                    rowsWith(ended.stdout, `eu-central-1${zone}`).map((row) => row[4]),
                );
                for (const [index, name] of [
                    [0, "eks.eu-central-1.amazonaws.com"],
                    [0, "eks.eu-central-1.api.aws"],
                    [1, "eks-auth.eu-central-1.api.aws"],
                    [2, "oidc.eks.eu-central-1.amazonaws.com"],
                    [2, "oidc-eks.eu-central-1.api.aws"],
                ] as const) {
                    const addresses = endpoints.map((zone) => zone[index]).join(", ");
                    assert.deepEqual(rowsWith(ended.stdout, name)[0]?.slice(3, 5), [
                        addresses,
                        addresses,
                    ]);
                }
            });

            it("lets both teams connect on TCP 443 and call, and keeps others out", () => {
                const rows = ["10.1.0.77", "999988887777", "10.2.0.77", "10.3.0.77"].map((cell) =>
                    rowsWith(ended.stdout, cell)[0]?.slice(3, 7),
                );
                assert.deepEqual(rows, [
                    ["222233334444", "6 of 6", "0 of 6", "allowed"],
                    ["999988887777", "6 of 6", "0 of 6", "denied"],
                    ["333344445555", "6 of 6", "0 of 6", "allowed"],
                    ["444455556666", "0 of 6", "0 of 6", "-"],
                ]);
            });

            it("shows the perimeter, what is recorded and what it costs", () => {
                const facts = /^ {2}(Policy|Flow log|Cost) {2,}.*$/gm;
                assert.deepEqual(ended.stdout.match(facts), [
                    "  Policy    principals and resources of o-a1b2c3d4e5 only; oidc-eks takes no policy",
                    "  Flow log  all traffic of 6 of 6 interfaces, kept for 365 days",
                    "  Cost      USD 52.56 a month for the endpoints, without data and log ingestion",
                ]);
            });

            it("has the component stop a spoke that the hub does not know, with what to change in the hub", () => {
                const said = paragraphAfter(ended.stdout, "Stopped by the component");
                assert.match(
                    said,
                    /connection\.consumers: .* to consumers of the EksEndpointShare in stack organization\/eks-privatelink-hub\/hub /,
                );
                assert.match(
                    said,
                    /connection\.admitted\.cidrBlocks: 10\.3\.0\.0\/16 of VPC .* in ingress of the EksEndpointSet in stack organization\/eks-privatelink-hub\/hub write cidrBlocks: \["10\.0\.0\.0\/16", "10\.1\.0\.0\/16", "10\.2\.0\.0\/16", "10\.3\.0\.0\/16"\]/,
                );
            });

            it("lists what stopped the unsafe program, and says the first of it in full", () => {
                assert.match(
                    ended.stdout,
                    /^ {2}Stopped by the policy pack after .*:\n {2}\d+ policies on \d+ resources: \d+ violations/m,
                );
                for (const policy of UNSAFE) {
                    assert.match(ended.stdout, new RegExp(`^ {2}mandatory  ${policy} +\\S`, "m"));
                }
                assert.match(
                    paragraphAfter(ended.stdout, "The first of them in full:"),
                    /^SecurityGroup "open": ingress\[1\]: admits TCP port 22; .* admit nothing else$/,
                );
            });

            it("leaves nothing in AWS and nothing in the folder for temporary files", () => {
                assert.match(ended.stdout, /nothing is left but the networks$/m);
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
        if ((await findInstalledCli()) === undefined) {
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
            /^demo failed: the policy pack did not stop examples\/minimal: \d+ policies on 14 resources: no violations, .*\n$/,
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
