import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { DOCS } from "../scripts/docs";

const REPOSITORY = join(__dirname, "..");

function read(file: string): string {
    return readFileSync(join(REPOSITORY, file), "utf-8");
}

describe("the pages of docs", () => {
    for (const page of [...DOCS, "llms.txt", "README.md", "SECURITY.md"]) {
        it(`${page} leads nowhere that is not there`, () => {
            const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
                ([, link = ""]) => link,
            );
            assert.deepEqual(
                links.filter((link) => !existsSync(join(REPOSITORY, dirname(page), link))),
                [],
            );
        });
    }

    it("are all named on the first one", () => {
        const first = read("docs/_index.md");
        const others = DOCS.filter((page) => page !== "docs/_index.md");
        assert.ok(others.length > 5);
        assert.deepEqual(
            others.filter((page) => !first.includes(`(${page.replace("docs/", "")})`)),
            [],
        );
    });

    it("explain messages that the components have", () => {
        const rows = read("docs/guides/troubleshooting.md").matchAll(/^\| `(.+?)` \|/gm);
        const messages = [...rows].map(([, message = ""]) => message);
        const sources = readdirSync(join(REPOSITORY, "sdk"), { recursive: true, encoding: "utf-8" })
            .filter((file) => file.endsWith(".ts") && !/^(bin|node_modules)\b/.test(file))
            .map((file) => read(join("sdk", file)));
        assert.ok(messages.length > 3);
        assert.deepEqual(
            messages.filter((message) => !sources.some((source) => source.includes(message))),
            [],
        );
    });
});
