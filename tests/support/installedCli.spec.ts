import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { rootsInstalled, rootsOnPath } from "./installedCli";

describe("rootsOnPath", () => {
    it("finds the folders above those named bin, without npm's", () => {
        assert.deepEqual(
            rootsOnPath(
                "/a/node_modules/.bin:/usr/bin:/opt/pulumi/bin:/sbin:/b/node_modules/c/bin",
            ),
            ["/usr", "/opt/pulumi"],
        );
    });
});

describe("rootsInstalled", () => {
    let folder = "";
    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), "versions-"));
        for (const name of ["3.99.0", "3.259.0", "3.1000.0", "3.260.1", "3.258.9", "downloads"]) {
            mkdirSync(path.join(folder, name));
        }
    });
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("lists versions that are not older than the given one, the newest first", () => {
        assert.deepEqual(
            rootsInstalled(folder, "3.259.0").map((root) => path.basename(root)),
            ["3.1000.0", "3.260.1", "3.259.0"],
        );
    });

    it("lists nothing where nothing was installed", () => {
        assert.deepEqual(rootsInstalled(path.join(folder, "none"), "3.259.0"), []);
    });
});
