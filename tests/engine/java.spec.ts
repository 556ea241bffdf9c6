import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import * as path from "node:path";

import { existingNetwork } from "./network";
import { idsIn, PACK, REGION, useEngine } from "./support";

const SDK = path.join(__dirname, "..", "..", "sdk");
const PROJECT = path.join(__dirname, "programs", "java");

describe("a program in Java, with a class of its own in place of a generated one", function () {
    this.timeout(300_000);
    const engine = useEngine();
    let project: string;
    let classpath: string;
    let environment: { [name: string]: string | undefined };
    let existing: string[];

    before(async function () {
        project = path.join(engine().home.folder, "java");
        cpSync(PROJECT, project, { recursive: true });
        const resolve = ["-q", "-B", "dependency:build-classpath", "-Dmdep.outputFile=classpath"];
        if (!succeeds("javac", ["-version"]) || !succeeds("mvn", resolve)) {
            this.skip();
        }
        const libraries = readFileSync(path.join(project, "classpath"), "utf-8");
        classpath = ["classes", libraries].join(path.delimiter);
        execFileSync("javac", ["-d", "classes", "-cp", classpath, "Program.java"], {
            cwd: project,
            stdio: "pipe",
        });
        const { vpcId, subnetIds } = await existingNetwork(engine(), { hasIpv6: true });
        const { home, cli } = engine();
        const workDir = path.join(home.folder, "java-stack");
        mkdirSync(workDir);
        environment = {
            ...process.env,
            ...home.env,
            PATH: `${path.dirname(cli.command)}${path.delimiter}${process.env.PATH ?? ""}`,
            PLUGIN: SDK,
            PACK,
            WORK_DIR: workDir,
            AWS_REGION: REGION,
            VPC_ID: vpcId,
            SUBNET_IDS: subnetIds.join(","),
            IP_ADDRESS_TYPE: "dualstack",
            ORGANIZATION_ID: "o-a1b2c3d4e5",
        };
        existing = idsIn(engine().world);
    });

    function succeeds(command: string, args: string[]): boolean {
        return spawnSync(command, args, { cwd: project, stdio: "ignore" }).status === 0;
    }

    /** Runs the program, and gives what it printed. */
    function run(what: string, changes: { [name: string]: string } = {}) {
        const { status, stdout, stderr } = spawnSync("java", ["-cp", classpath, "Program", what], {
            cwd: project,
            env: { ...environment, ...changes },
            encoding: "utf-8",
        });
        return { status, text: stdout + stderr };
    }

    it("puts dual-stack endpoints for one organisation into a VPC, and reads their host names", () => {
        const { status, text } = run("up");
        assert.equal(status, 0, text);
        assert.match(text, /^eks-auth\.eu-west-1\.api\.aws$/m);
        assert.match(text, /✅ eks-privatelink@/);
        const { endpoints, logGroups } = engine().world.objects;
        const made = Object.values(endpoints);
        assert.deepEqual(
            made.map(({ ipAddressType }) => ipAddressType),
            ["dualstack", "dualstack", "dualstack"],
        );
        const ofEks = made.find(({ serviceName }) => serviceName.endsWith(".eks"));
        assert.match(ofEks?.policy ?? "", /o-a1b2c3d4e5/);
        assert.deepEqual(
            Object.values(logGroups).map(({ retentionInDays }) => retentionInDays),
            [400],
        );
    });

    it("is told by name what is wrong with an argument", () => {
        const { status, text } = run("up", { IP_ADDRESS_TYPE: "both" });
        assert.notEqual(status, 0);
        assert.match(
            text,
            /property ipAddressType .*: "both" was given; give one of ipv4, dualstack, ipv6/,
        );
    });

    it("is destroyed to the last object", () => {
        const { status, text } = run("destroy");
        assert.equal(status, 0, text);
        assert.deepEqual(idsIn(engine().world), existing);
    });
});
