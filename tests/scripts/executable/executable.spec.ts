import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { schemaServedBy } from "../../../scripts/engine/schemaServedBy";
import { archiveName, PLATFORMS } from "../../../scripts/executable/archiveName";
import { licencesOf } from "../../../scripts/executable/licences";

const ROOT = join(__dirname, "..", "..", "..");
const SCHEMA = join(ROOT, "sdk", "schema.json");
const BUNDLE = join(ROOT, "scripts", "executable", "bin", "plugin.js");

describe("the plugin as one file", () => {
    it("serves the stored schema out of a bundle that has no packages beside it", async () => {
        const folder = mkdtempSync(join(tmpdir(), "bundle-"));
        try {
            cpSync(SCHEMA, join(folder, "schema.json"));
            const bundle = join(folder, "bin", "plugin.js");
            cpSync(BUNDLE, bundle);
            const served = await schemaServedBy(process.execPath, [bundle]);
            assert.equal(served, readFileSync(SCHEMA, "utf-8"));
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    it("is named as the CLI asks for it, in Go's words for systems and machines", () => {
        assert.equal(
            archiveName("1.2.3", "win32", "x64"),
            "pulumi-resource-eks-privatelink-v1.2.3-windows-amd64.tar.gz",
        );
        assert.throws(() => archiveName("1.2.3", "linux", "riscv64"), {
            message:
                "no plugin is made for linux on riscv64; it is made for linux-amd64, linux-arm64, darwin-amd64, darwin-arm64, windows-amd64, windows-arm64",
        });
    });

    it("is made by the release workflow on a runner of every platform", () => {
        const workflow = readFileSync(join(ROOT, ".github", "workflows", "release.yml"), "utf-8");
        const runners = [...workflow.matchAll(/^ +- \{ runner: (\S+), platform: (\S+) \}$/gm)];
        assert.deepEqual(
            runners.map(([, , platform]) => platform),
            PLATFORMS,
        );
        assert.equal(new Set(runners.map(([, runner]) => runner)).size, PLATFORMS.length);
    });

    it("carries the licence of each package in it, and fails without that of Node.js", () => {
        const inputs = readFileSync(join(BUNDLE, "..", "inputs.json"), "utf-8");
        const files = JSON.parse(inputs) as string[];
        const node = join(ROOT, "sdk", "bin", "node");
        const text = licencesOf(ROOT, files, node);
        for (const name of ["eks-privatelink", "@pulumi/aws", "@grpc/grpc-js", "ajv", "Node.js"]) {
            assert.match(text, new RegExp(`^${name}\n\n\\S`, "m"));
        }
        assert.throws(() => licencesOf(ROOT, files, join(ROOT, "docs", "guides", "node")), {
            message: /there is no licence in /,
        });
    });
});
