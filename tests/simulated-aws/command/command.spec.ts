import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { afterEach, beforeEach, describe, it } from "mocha";

import { main } from "../../../simulated-aws/command/index";
import { saveWorld } from "../../../simulated-aws/world/store";
import { endpointInputs, Engine, network } from "../support/engine";

const HOST = "eks.eu-west-1.amazonaws.com";
const ROLE = "arn:aws:iam::111122223333:role/node";

describe("the command line", () => {
    let folder = "";
    let world = "";
    let vpcId = "";

    beforeEach(async () => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "command-"));
        const engine = new Engine();
        const place = await network(engine, "a", { tags: { Name: "main" } });
        vpcId = place.vpc.id;
        const group = await engine.create("ec2.SecurityGroup", {
            vpcId,
            ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
        });
        const policy = {
            Statement: [
                { Effect: "Allow", Principal: "*", Action: "eks:Describe*", Resource: "*" },
            ],
        };
        const more = { securityGroupIds: [group.id], policy: JSON.stringify(policy) };
        await engine.create("ec2.VpcEndpoint", endpointInputs(place, "eks", more));
        world = path.join(folder, ".simulated-aws", "world.json");
        fs.mkdirSync(path.dirname(world));
        saveWorld(world, engine.world);
    });

    afterEach(() => {
        fs.rmSync(folder, { recursive: true, force: true });
    });

    /** Runs the command in the project, or in a folder below it. */
    const command = async (args: string[], below = "") => {
        const cwd = path.join(folder, below);
        fs.mkdirSync(cwd, { recursive: true });
        const lines: { out: string[]; err: string[] } = { out: [], err: [] };
        const before = process.cwd();
        process.chdir(cwd);
        try {
            const status = await main(args, {
                out: (text) => void lines.out.push(text),
                err: (text) => void lines.err.push(text),
            });
            return { status, stdout: lines.out.join("\n"), stderr: lines.err.join("\n") };
        } finally {
            process.chdir(before);
        }
    };

    it("answers yes with 0 and no with 1, and says what decided", async () => {
        const yes = await command(["resolve", HOST, "--from", "main"], "infra/app");
        assert.equal(yes.status, 0, yes.stderr);
        assert.match(
            yes.stdout,
            /^yes: eks\.\S+ resolves .*\n {2}because private DNS of endpoint vpce-\w+ \(\S+\) answers 10\.0\.0\.4$/,
        );
        const no = await command(["connect", HOST, "80", "--from", vpcId]);
        assert.equal(no.status, 1);
        assert.match(no.stdout, /no rule of sg-\w+ admits 10\.0\.0\.10 on tcp 80$/);
    });

    it("answers scripts in JSON", async () => {
        const asked = ["authorize", "eks:DeleteCluster", "--from", "main", "--principal", ROLE];
        const { status, stdout } = await command([...asked, "--json"]);
        assert.equal(status, 1);
        const { ok, reason, undecided } = JSON.parse(stdout) as { [name: string]: unknown };
        assert.deepEqual([ok, undecided], [false, []]);
        assert.match(String(reason), /no statement allows eks:DeleteCluster$/);
    });

    it("lists the world", async () => {
        const rows = JSON.parse((await command(["world", "--json"])).stdout) as {
            [name: string]: string;
        }[];
        assert.deepEqual(rows[0], {
            kind: "vpcs",
            id: vpcId,
            account: "111122223333",
            region: "eu-west-1",
            name: "main",
        });
    });

    it("says in one line what is wrong, and leaves the world alone", async () => {
        const before = fs.readFileSync(world, "utf8");
        const authorize = ["authorize", "eks:*", "--from", "main", "--principal"];
        const wrong: [string[], RegExp][] = [
            [["resolve", "https://x", "--from", "main"], /is not a host name; give one such as/],
            [
                ["resolve", HOST],
                /^--from is missing; give a VPC or a subnet by ID or by its tag Name/,
            ],
            [["resolve", HOST, "--from", "vpc-1"], /^--from vpc-1 is not in this world; give/],
            [["connect", HOST, "x", "--from", "main"], /^"x" is not a port; give a number/],
            [
                ["connect", HOST, "1", "--from", "main", "--groups", "sg-1"],
                /^there is no security group sg-1/,
            ],
            [
                ["connect", HOST, "1", "--from", "main", "--public-address", "mine"],
                /^mine is not an IP address/,
            ],
            [[...authorize, "me"], /^"me" is not a caller; give the ARN/],
            [[...authorize, ROLE], /^"eks:\*" is not an action; give/],
            [["resolve"], /^usage: eks-privatelink-simulator resolve <host name> --from/],
            [["join"], /^usage: eks-privatelink-simulator join <cluster>:<node group>$/],
            [["join", "main:nodes"], /^there is no node group main:nodes in this world/],
            [["world", "--wrong"], /^Unknown option '--wrong'/],
            [["run"], /^there is no command; write it after --/],
            [
                ["run", "--account", "1", "--", "true"],
                /^"1" is not an account; give its twelve digits$/,
            ],
            [["run", "--", "no-such-command"], /^no-such-command cannot be started: /],
        ];
        for (const [args, message] of wrong) {
            const { status, stderr } = await command(args);
            assert.equal(status, 2, args.join(" "));
            assert.match(stderr, message);
            assert.equal(stderr.split("\n").length, 1, stderr);
        }
        assert.equal(fs.readFileSync(world, "utf8"), before);
    });

    it("refuses a world of another version, and one on which another run works", async () => {
        const lock = path.join(folder, ".simulated-aws", "running");
        fs.writeFileSync(lock, String(process.pid));
        for (const args of [["run", "--", "true"], ["reset"]]) {
            const { status, stderr } = await command(args);
            assert.equal(status, 2);
            assert.match(stderr, new RegExp(`^process ${process.pid} is running on the world in `));
        }
        fs.rmSync(lock);
        fs.writeFileSync(world, '{"schemaVersion":2}');
        const { status, stderr } = await command(["run", "--", "true"]);
        assert.equal(status, 2);
        assert.match(
            stderr,
            /is a world of version 2, and this simulator reads version 1; start anew with: eks-privatelink-simulator reset$/,
        );
        assert.equal(fs.readFileSync(world, "utf8"), '{"schemaVersion":2}');
    });

    it("gives the exit code of what it runs, in an environment of the world's own", async () => {
        const script = "process.exitCode = process.env.SIMULATED_AWS_WORLD ? 7 : 8";
        assert.equal((await command(["run", "--", process.execPath, "-e", script])).status, 7);
        assert.equal((await command(["reset"])).status, 0);
        assert.equal(fs.existsSync(path.dirname(world)), false);
    });
});
