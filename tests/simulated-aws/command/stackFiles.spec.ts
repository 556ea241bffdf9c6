import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { afterEach, beforeEach, describe, it } from "mocha";

import { readStackFiles, withoutSalts } from "../../../simulated-aws/command/stackFiles";

const SALT = "encryptionsalt: v1:abc:v1:def\n";

describe("withoutSalts", () => {
    let folder = "";

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "stack-files-"));
    });

    afterEach(() => {
        fs.rmSync(folder, { recursive: true, force: true });
    });

    const write = (name: string, text: string) => {
        fs.writeFileSync(path.join(folder, name), text);
    };

    it("gives a project back as it was", () => {
        const config = "config:\n  aws:region: eu-west-1\n";
        write("Pulumi.yaml", "name: app\n");
        write("Pulumi.prod.yaml", config);
        const before = readStackFiles(folder);
        write("Pulumi.prod.yaml", `${SALT}${config}`);
        write("Pulumi.dev.yaml", SALT);
        withoutSalts(folder, before);
        assert.deepEqual(readStackFiles(folder), { "Pulumi.prod.yaml": config });
        assert.equal(fs.readFileSync(path.join(folder, "Pulumi.yaml"), "utf8"), "name: app\n");
    });

    it("keeps what the user set, and a salt that a secret needs or that was there", () => {
        write("Pulumi.own.yaml", SALT);
        const before = readStackFiles(folder);
        const secret = `${SALT}config:\n  app:key:\n    secure: v1:xyz\n`;
        write("Pulumi.secret.yaml", secret);
        write("Pulumi.plain.yaml", `${SALT}config:\n  app:key: value\n`);
        withoutSalts(folder, before);
        assert.deepEqual(readStackFiles(folder), {
            "Pulumi.own.yaml": SALT,
            "Pulumi.plain.yaml": "config:\n  app:key: value\n",
            "Pulumi.secret.yaml": secret,
        });
    });
});
