import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { findObstacles } from "../../../scripts/release/findObstacles";

const REPOSITORY = { url: "git+https://github.com/owner/name.git" };
const ADDRESSES = {
    repository: "https://github.com/owner/name",
    pluginDownloadURL: "github://api.github.com/owner/name",
};

/** A repository of which everything is ready for v1.2.3. */
const READY = {
    "package.json": { version: "1.2.3" },
    "sdk/package.json": { version: "1.2.3", repository: REPOSITORY },
    "sdk/schema.json": { version: "1.2.3", ...ADDRESSES },
    "policy-pack/package.json": { version: "1.2.3", repository: REPOSITORY },
    "simulated-aws/package.json": { version: "1.2.3", repository: REPOSITORY },
    "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- First.\n",
};

describe("findObstacles", () => {
    let folder = "";

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "release-"));
    });

    afterEach(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    /** What keeps v1.2.3 from being released out of a repository with these files changed. */
    function obstacles(changed: { [file: string]: unknown }, tag = "v1.2.3"): string[] {
        for (const [file, content] of Object.entries({ ...READY, ...changed })) {
            const place = join(folder, file);
            mkdirSync(dirname(place), { recursive: true });
            writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
        }
        return findObstacles(tag, folder);
    }

    it("finds none where versions, changelog and address are there", () => {
        assert.deepEqual(obstacles({}), []);
    });

    it("names each file whose version is not the tag's", () => {
        assert.deepEqual(obstacles({ "sdk/schema.json": { version: "1.2.2", ...ADDRESSES } }), [
            "sdk/schema.json has version 1.2.2, and the tag is v1.2.3",
        ]);
    });

    it("asks for the version's heading in the changelog", () => {
        assert.deepEqual(obstacles({ "CHANGELOG.md": "## 1.2.30\n" }), [
            'CHANGELOG.md has no heading "## 1.2.3"',
        ]);
    });

    it("asks for the address of the repository, without which npm refuses provenance", () => {
        assert.deepEqual(obstacles({ "policy-pack/package.json": { version: "1.2.3" } }), [
            "policy-pack/package.json does not name the repository",
        ]);
    });

    it("asks for a schema that sends the CLI to the releases of the repository", () => {
        const elsewhere = "github://api.github.com/owner/other";
        assert.deepEqual(
            obstacles({
                "sdk/schema.json": {
                    version: "1.2.3",
                    ...ADDRESSES,
                    pluginDownloadURL: elsewhere,
                },
            }),
            [
                `sdk/schema.json has pluginDownloadURL ${elsewhere}, and by sdk/package.json it is ${ADDRESSES.pluginDownloadURL}; run npm run generate`,
            ],
        );
        assert.deepEqual(obstacles({ "sdk/schema.json": { version: "1.2.3" } }), [
            `sdk/schema.json has repository missing, and by sdk/package.json it is ${ADDRESSES.repository}; run npm run generate`,
            `sdk/schema.json has pluginDownloadURL missing, and by sdk/package.json it is ${ADDRESSES.pluginDownloadURL}; run npm run generate`,
        ]);
    });

    it("refuses a repository of which the CLI downloads no releases", () => {
        const repository = { url: "git+https://example.com/owner/name.git" };
        const address = "https://example.com/owner/name";
        assert.deepEqual(
            obstacles({
                "sdk/package.json": { version: "1.2.3", repository },
                "sdk/schema.json": { version: "1.2.3", repository: address },
            }),
            [
                `sdk/package.json has the repository ${address}, and plugins are downloaded from releases on GitHub; give one like git+https://github.com/owner/name.git`,
            ],
        );
    });

    it("refuses what is no tag of a release", () => {
        assert.deepEqual(obstacles({}, "main"), [
            '"main" is no tag of a release; give one like v0.1.0',
        ]);
    });
});
