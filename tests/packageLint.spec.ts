import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { packWorkspace } from "./support/packed";

/** The published packages, each with the rules of publint that it breaks on purpose. */
const PACKAGES: { [workspace: string]: string[] } = {
    sdk: [],
    // `main` is for the engine, which starts the folder. A program that imported the package would become a policy server.
    "policy-pack": ["EXPORTS_MISSING_ROOT_ENTRYPOINT"],
};

for (const [workspace, broken] of Object.entries(PACKAGES)) {
    describe(`the tarball of ${workspace}`, function () {
        this.timeout(60_000);
        let folder = "";
        let tarball: Buffer;

        before(() => {
            folder = mkdtempSync(join(tmpdir(), "lint-"));
            tarball = readFileSync(join(folder, packWorkspace(workspace, folder).filename));
        });

        after(() => {
            rmSync(folder, { recursive: true, force: true });
        });

        it("has a package.json with which publint agrees", async () => {
            const { publint } = await import("publint");
            const { messages } = await publint({
                pack: { tarball: arrayBuffer(tarball) },
                strict: true,
            });
            assert.deepEqual(
                messages.map(({ code }) => code),
                broken,
            );
        });

        it("has types that Node.js and bundlers find as they find the code, in old projects too", async () => {
            const { checkPackage, createPackageFromTarballData } =
                await import("@arethetypeswrong/core");
            const analysis = await checkPackage(createPackageFromTarballData(tarball));
            assert.ok(analysis.types !== false);
            assert.deepEqual(analysis.problems, []);
            for (const [entry, { resolutions }] of Object.entries(analysis.entrypoints)) {
                for (const [kind, { resolution }] of Object.entries(resolutions)) {
                    assert.ok(resolution !== undefined, `${entry} for ${kind}`);
                }
            }
        });
    });
}

function arrayBuffer(buffer: Buffer): ArrayBuffer {
    return buffer.buffer.slice(
        buffer.byteOffset,
        buffer.byteOffset + buffer.byteLength,
    ) as ArrayBuffer;
}
