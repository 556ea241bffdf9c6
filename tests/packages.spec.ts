import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policies } from "../policy-pack/policies";

const REPOSITORY = join(__dirname, "..");
const TSC = join(REPOSITORY, "node_modules", "typescript", "bin", "tsc");

interface Packed {
    filename: string;
    files: { path: string }[];
}

/** Puts a package into a project the way npm does: as its tarball, with nothing of the repository around it. */
function install(workspace: string, name: string, project: string): Packed {
    const folder = join(REPOSITORY, workspace);
    const printed = execFileSync(
        "npm",
        ["pack", "--json", "--ignore-scripts", "--pack-destination", project],
        { cwd: folder, encoding: "utf-8", stdio: ["ignore", "pipe", "ignore"] },
    );
    const [packed] = JSON.parse(printed) as Packed[];
    assert.ok(packed);
    const target = join(project, "node_modules", name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", [
        "-xzf",
        join(project, packed.filename),
        "-C",
        target,
        "--strip-components=1",
    ]);
    return packed;
}

describe("the published packages", function () {
    this.timeout(120_000);
    let project = "";
    let sdk: Packed;
    let pack: Packed;

    before(() => {
        project = mkdtempSync(join(tmpdir(), "packages-"));
        sdk = install("sdk", "eks-privatelink", project);
        pack = install("policy-pack", "eks-privatelink-policies", project);
        for (const dependency of ["@pulumi", "ajv", "ip-address", "@types"]) {
            symlinkSync(
                join(REPOSITORY, "node_modules", dependency),
                join(project, "node_modules", dependency),
            );
        }
    });

    after(() => {
        rmSync(project, { recursive: true, force: true });
    });

    it("carry the component compiled, with its schema and what makes the folder a plugin", () => {
        const paths = sdk.files.map(({ path }) => path);
        for (const path of [
            "bin/index.js",
            "bin/index.d.ts",
            "bin/plugin.js",
            "schema.json",
            "PulumiPlugin.yaml",
            "LICENSE",
        ]) {
            assert.ok(paths.includes(path), path);
        }
        assert.deepEqual(
            paths.filter((path) => /(^|[^d])\.ts$|tsbuildinfo|\.map$|spec/.test(path)),
            [],
        );
    });

    it("carry the pack as bundles, the types of its list, and what checks its configuration", () => {
        assert.deepEqual(pack.files.map(({ path }) => path).sort(), [
            "LICENSE",
            "PulumiPolicy.yaml",
            "README.md",
            "bin/checkConfig.js",
            "bin/index.js",
            "bin/policies/index.d.ts",
            "bin/policies/index.js",
            ...policies.map(({ name }) => `docs/${name}.md`).sort(),
            "package.json",
            "policy-config.json",
            "policy-config.schema.json",
        ]);
    });

    for (const [module, moduleResolution] of [
        ["node16", "node16"],
        ["commonjs", "node10"],
        ["esnext", "bundler"],
    ]) {
        it(`have types that a program with module resolution ${moduleResolution} finds`, () => {
            const program = join(project, `${moduleResolution}.ts`);
            writeFileSync(
                program,
                [
                    'import { EksEndpointSet, EksService } from "eks-privatelink";',
                    'import { findHostNames } from "eks-privatelink/domain";',
                    'import { policies } from "eks-privatelink-policies/policies";',
                    'new EksEndpointSet("eks", { vpcId: "v", subnetIds: ["s"], services: [EksService.EksAuth] });',
                    "export const names: string[] = [policies[0]?.name ?? '', ...findHostNames('eks', 'eu-west-1')];",
                    "// @ts-expect-error a service that does not exist",
                    'new EksEndpointSet("eks", { vpcId: "v", subnetIds: ["s"], services: ["s3"] });',
                ].join("\n"),
            );
            const options = [
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--esModuleInterop",
                "--target",
                "es2022",
            ];
            const resolution = [
                "--module",
                module ?? "",
                "--moduleResolution",
                moduleResolution ?? "",
            ];
            const { stdout, status } = run(process.execPath, [
                TSC,
                ...options,
                ...resolution,
                program,
            ]);
            assert.equal(stdout, "");
            assert.equal(status, 0);
        });
    }

    it("let a program use the library and the domain without staying alive for a plugin", () => {
        const script =
            'const { EksService } = require("eks-privatelink"); const { findHostNames } = require("eks-privatelink/domain");' +
            'console.log(EksService.Eks, findHostNames("eks", "eu-west-1")[0]);';
        const { stdout, status } = run(process.execPath, ["-e", script]);
        assert.deepEqual([stdout, status], ["eks eks.eu-west-1.amazonaws.com\n", 0]);
    });

    it("let a pack of the user's own include the list of policies", () => {
        const script =
            'console.log(require("eks-privatelink-policies/policies").policies.length > 10);';
        assert.equal(run(process.execPath, ["-e", script]).stdout, "true\n");
    });

    it("do not need @pulumi/aws for the pack", () => {
        const folder = join(project, "node_modules", "eks-privatelink-policies", "bin");
        assert.deepEqual(readdirSync(folder).sort(), ["checkConfig.js", "index.js", "policies"]);
        const script =
            'const Module = require("node:module"); const load = Module._load;' +
            'Module._load = (id, ...rest) => { if (id.startsWith("@pulumi/aws")) throw new Error(id); return load(id, ...rest); };' +
            'require("eks-privatelink-policies/policies"); console.log("loaded");';
        assert.equal(run(process.execPath, ["-e", script]).stdout, "loaded\n");
    });

    function run(command: string, args: string[]): { stdout: string; status: number } {
        try {
            const stdout = execFileSync(command, args, {
                cwd: project,
                encoding: "utf-8",
                stdio: "pipe",
            });
            return { stdout, status: 0 };
        } catch (error) {
            const { stdout, stderr, status } = error as {
                stdout: string;
                stderr: string;
                status: number;
            };
            return { stdout: stdout + stderr, status };
        }
    }
});
