import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";

const REPOSITORY = join(__dirname, "..");
const SDK = "@pulumi/pulumi";

const STARTED = ["package.json", "start.js", "requirements.js"];

/** What of a package is there without having been built. */
const PLAIN = {
    sdk: [...STARTED, "deferClosures.js", "pulumi-resource-eks-privatelink"],
    "policy-pack": STARTED,
};

/** What is installed beside a package, and what of it is there. */
interface Situation {
    node?: string;
    /** Version of the SDK; null where none is installed. */
    sdk?: string | null;
    built?: boolean;
}

describe("requirements.js", () => {
    let root = "";
    before(() => {
        root = mkdtempSync(join(tmpdir(), "requirements-"));
    });
    after(() => {
        rmSync(root, { recursive: true, force: true });
    });

    /** A package in a folder of its own; what is built of it does nothing but end. */
    function place(
        workspace: keyof typeof PLAIN,
        entry: string,
        { sdk, built = true }: Situation,
    ): string {
        const folder = mkdtempSync(join(root, "package-"));
        for (const file of PLAIN[workspace]) {
            cpSync(join(REPOSITORY, workspace, file), join(folder, file));
        }
        if (built) {
            mkdirSync(join(folder, "bin"));
            writeFileSync(join(folder, entry), "process.exit(0)");
        }
        if (sdk === null) {
            return folder;
        }
        const modules = join(folder, "node_modules", SDK);
        mkdirSync(modules, { recursive: true });
        writeFileSync(join(modules, "package.json"), JSON.stringify({ version: sdk ?? "3.259.0" }));
        const real = JSON.stringify(require.resolve(SDK));
        writeFileSync(join(modules, "index.js"), `module.exports = require(${real});`);
        return folder;
    }

    /** Options of Node.js that make it say that it is another version. */
    function pretend({ node }: Situation): string[] {
        if (node === undefined) {
            return [];
        }
        const file = join(root, `node-${node}.js`);
        const versions = `{ ...process.versions, node: "${node}" }`;
        writeFileSync(file, `Object.defineProperty(process, "versions", { value: ${versions} });`);
        return ["--require", file];
    }

    /** What the engine hears that asks for the schema of a plugin, which it starts by its folder. */
    function schemaError(folder: string, situation: Situation): Promise<string> {
        return errorOf([require.resolve(`${SDK}/cmd/run-plugin`), folder], situation);
    }

    async function errorOf(starter: string[], situation: Situation): Promise<string> {
        const args = [...pretend(situation), ...starter, "127.0.0.1:0"];
        const plugin = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
        const [port] = (await once(createInterface(plugin.stdout), "line")) as [string];
        const client = new ResourceProviderClient(
            `127.0.0.1:${port}`,
            credentials.createInsecure(),
        );
        const error = await new Promise<string>((resolve) => {
            client.getSchema(new GetSchemaRequest(), (failure) => {
                resolve(failure?.details ?? "");
            });
        });
        client.close();
        plugin.kill();
        return error;
    }

    /** What a policy pack's runner prints and logs. */
    function packError(folder: string, situation: Situation): string {
        const runner = require.resolve(`${SDK}/cmd/run-policy-pack`);
        const args = [...pretend(situation), runner, "127.0.0.1:0", "."];
        const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf-8" });
        return stderr;
    }

    const OLD_NODE =
        /^(error: \[runtime\] )?eks-privatelink\S* \S+ needs Node\.js [\d.]+ or later, and this is 18\.20\.8 \(.+\); put a newer one on PATH\s*$/;

    it("lets the plugin ask for a newer Node.js", async () => {
        const situation = { node: "18.20.8" };
        const folder = place("sdk", "bin/plugin.js", situation);
        assert.match(await schemaError(folder, situation), OLD_NODE);
    });

    it("lets the plugin's executable file ask for a newer Node.js", async () => {
        const situation = { node: "18.20.8" };
        const folder = place("sdk", "bin/plugin.js", situation);
        const file = join(folder, "pulumi-resource-eks-privatelink");
        assert.match(await errorOf([file], situation), OLD_NODE);
    });

    it("lets the plugin ask for what was not built", async () => {
        const folder = place("sdk", "bin/plugin.js", { built: false });
        assert.match(
            await schemaError(folder, {}),
            /^eks-privatelink \S+ needs .+plugin\.js, which is not there; run npm ci in a clone of the repository, which builds it, or install eks-privatelink from npm$/,
        );
    });

    it("lets the plugin ask for a newer SDK", async () => {
        const folder = place("sdk", "bin/plugin.js", { sdk: "3.99.9" });
        assert.match(
            await schemaError(folder, {}),
            /^eks-privatelink \S+ needs @pulumi\/pulumi \^[\d.]+, and .+package\.json is 3\.99\.9; run npm install @pulumi\/pulumi@\^[\d.]+ where that was installed$/,
        );
    });

    it("lets the plugin's executable file ask for an SDK where there is none", () => {
        const folder = place("sdk", "bin/plugin.js", { sdk: null });
        const args = [join(folder, "pulumi-resource-eks-privatelink"), "127.0.0.1:0"];
        const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf-8" });
        assert.equal(status, 1);
        assert.match(
            stderr,
            /^eks-privatelink \S+ needs @pulumi\/pulumi \^[\d.]+, which is not installed; run npm install in \S+package-\S+\n$/,
        );
    });

    for (const sdk of ["3.259.0", "3.1000.0", "4.0.0"]) {
        it(`lets the plugin start beside SDK ${sdk}`, () => {
            const folder = place("sdk", "bin/plugin.js", { sdk });
            const { status } = spawnSync(process.execPath, [join(folder, "start.js")]);
            assert.equal(status, 0);
        });
    }

    it("lets the pack ask for a newer Node.js", () => {
        const situation = { node: "18.20.8" };
        const folder = place("policy-pack", "bin/index.js", situation);
        assert.match(packError(folder, situation), OLD_NODE);
    });

    it("lets the pack ask for what was not built", () => {
        const folder = place("policy-pack", "bin/index.js", { built: false });
        assert.match(
            packError(folder, {}),
            /needs .+index\.js, which is not there; run npm ci [^\n]+\n$/,
        );
    });

    for (const [workspace, command] of [
        ["sdk", "cli.js"],
        ["policy-pack", "check-config.js"],
        ["simulated-aws", "command.js"],
    ] as const) {
        it(`lets ${workspace}/${command} ask for a newer Node.js`, () => {
            const args = [...pretend({ node: "18.20.8" }), join(REPOSITORY, workspace, command)];
            const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf-8" });
            assert.equal(status, 2);
            assert.match(stderr, OLD_NODE);
        });

        it(`lets ${workspace}/${command} ask for what was not built`, () => {
            const folder = mkdtempSync(join(root, "command-"));
            for (const file of ["package.json", "requirements.js", command]) {
                cpSync(join(REPOSITORY, workspace, file), join(folder, file));
            }
            const args = [join(folder, command)];
            const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf-8" });
            assert.equal(status, 2);
            assert.match(stderr, /needs .+\.js, which is not there; run npm ci [^\n]+\n$/);
        });
    }

    it("is the same file in every package", () => {
        const [sdk, ...others] = ["sdk", "policy-pack", "simulated-aws"].map((workspace) =>
            readFileSync(join(REPOSITORY, workspace, "requirements.js"), "utf-8"),
        );
        assert.deepEqual(others, [sdk, sdk]);
    });
});
