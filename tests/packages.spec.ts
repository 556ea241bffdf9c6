import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { policies } from "../policy-pack/policies";
import { type Packed, packWorkspace, unpack } from "./support/packed";

const REPOSITORY = join(__dirname, "..");
const TSC = join(REPOSITORY, "node_modules", "typescript", "bin", "tsc");

/** Puts a package into a project the way npm does: as its tarball, with nothing of the repository around it. */
function install(workspace: string, name: string, project: string): Packed {
    const packed = packWorkspace(workspace, project);
    const target = join(project, "node_modules", name);
    mkdirSync(target, { recursive: true });
    unpack(join(project, packed.filename), target);
    return packed;
}

/** The first line that one of the SDK's runners prints: the port of what it has started. */
async function portOf(runner: string, args: string[], cwd: string): Promise<number> {
    const file = require.resolve(`@pulumi/pulumi/cmd/${runner}`);
    const child = spawn(process.execPath, [file, ...args], {
        cwd,
        stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (text: Buffer) => (said += text.toString()));
    child.stdout.on("data", (text: Buffer) => (said += text.toString()));
    await Promise.race([once(child.stdout, "data"), once(child, "close")]);
    child.kill("SIGKILL");
    assert.match(said, /^\d+\n$/);
    return Number(said);
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
            "bin/recover/command.js",
            "cli.js",
            "deferClosures.js",
            "requirements.js",
            "schema.json",
            "start.js",
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

    it("carry what the engine executes in the plugin's folder, executable", () => {
        const name = "pulumi-resource-eks-privatelink";
        const packed = sdk.files.find(({ path }) => path === name);
        assert.equal(packed?.mode, 0o755);
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
            "check-config.js",
            ...policies.map(({ name }) => `docs/${name}.md`).sort(),
            "package.json",
            "policy-config.json",
            "policy-config.schema.json",
            "requirements.js",
            "start.js",
        ]);
    });

    it("carry the simulator compiled, its provider as one file, and its command", () => {
        const paths = packWorkspace("simulated-aws", project).files.map(({ path }) => path);
        for (const path of [
            "LICENSE",
            "README.md",
            "bin/index.d.ts",
            "bin/index.js",
            "bin/provider.js",
            "bin/simulator.d.ts",
            "bin/simulator.js",
            "command.js",
            "requirements.js",
        ]) {
            assert.ok(paths.includes(path), path);
        }
        assert.deepEqual(
            paths.filter((path) => /(^|[^d])\.ts$|tsbuildinfo|\.map$|spec/.test(path)),
            [],
        );
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

    it("start as a plugin and as a policy pack", async () => {
        const folder = (name: string) => join(project, "node_modules", name);
        const plugin = await portOf(
            "run-plugin",
            [folder("eks-privatelink"), "127.0.0.1:0"],
            project,
        );
        const pack = await portOf(
            "run-policy-pack",
            ["127.0.0.1:0", "."],
            folder("eks-privatelink-policies"),
        );
        assert.notEqual(plugin, pack);
    });

    it("start as a plugin from a project whose tsconfig.json wants JavaScript compiled", async () => {
        const folder = mkdtempSync(join(project, "allow-js-"));
        const compilerOptions = { allowJs: true, checkJs: true, strict: true };
        writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
        const copy = join(project, "copied");
        mkdirSync(copy);
        unpack(join(project, sdk.filename), copy);
        await portOf("run-plugin", [copy, "127.0.0.1:0"], folder);
    });

    it("start as a command", () => {
        const folder = join(project, "node_modules", "eks-privatelink-policies");
        const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8")) as {
            bin: { [command: string]: string };
        };
        assert.deepEqual(Object.keys(bin), ["eks-privatelink-check-config"]);
        const config = join(folder, "policy-config.json");
        const command = join(folder, bin["eks-privatelink-check-config"] ?? "");
        assert.deepEqual(run(process.execPath, [command, config]), {
            stdout: `${config}: right\n`,
            status: 0,
        });
    });

    for (const [bundle, beside] of [
        ["index.js", []],
        ["checkConfig.js", ["./policies"]],
        ["policies/index.js", []],
    ] as const) {
        it(`carry everything that bin/${bundle} of the pack loads`, () => {
            const folder = join(project, "node_modules", "eks-privatelink-policies", "bin");
            const text = readFileSync(join(folder, bundle), "utf-8");
            const loaded = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(
                ([, name = ""]) => name,
            );
            assert.deepEqual([...new Set(loaded.filter((name) => !isBuiltin(name)))], beside);
            // A folder beside a file of some library is not beside the bundle; gRPC's are for what is never asked.
            const folders = [...text.matchAll(/__dirname\b.*/g)].map(([line]) => line);
            assert.deepEqual(
                folders.filter((line) => !line.includes("/../../proto")),
                [],
            );
        });
    }

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
