import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { pageOf } from "../../scripts/schema/packagePage";
import type { Schema } from "../../scripts/schema/schema";

const SDK = join(__dirname, "..", "..", "sdk");
const LANGUAGES = ["typescript", "python", "go", "csharp", "java", "yaml"];

/** What a registry asks of a package, beside what every schema has. */
interface Page extends Schema {
    displayName: string;
    description: string;
    license: string;
    keywords: string[];
}

describe("the package's page in a registry", () => {
    const schema = JSON.parse(readFileSync(join(SDK, "schema.json"), "utf-8")) as Page;

    it("has a name to show, a sentence, a licence and the keywords that it is filed under", () => {
        assert.equal(schema.displayName, "EKS PrivateLink");
        assert.match(schema.description, /^[A-Z].{20,}/);
        assert.equal(schema.license, "Apache-2.0");
        assert.ok(schema.keywords.includes("category/cloud"));
        assert.ok(schema.keywords.includes("kind/component"));
    });

    it("has a section for each language", () => {
        assert.deepEqual(Object.keys(schema.language).sort(), [
            "csharp",
            "go",
            "java",
            "nodejs",
            "python",
        ]);
    });

    for (const [type, { description = "" }] of Object.entries(schema.resources)) {
        const name = type.slice(type.lastIndexOf(":") + 1);

        it(`says what ${name} is, and shows it in every language`, () => {
            const [words = "", shown = ""] = description.split("{{% examples %}}");
            assert.match(words, /^[A-Z][^]+\.\n\n$/);
            const programs = [...shown.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
            assert.deepEqual(
                programs.map(([, language]) => language),
                LANGUAGES,
            );
            for (const [, , program = ""] of programs) {
                assert.ok(program.includes(name), program);
            }
            assert.match(shown, /\{\{% \/example %\}\}\n\n\{\{% \/examples %\}\}$/);
        });
    }

    it("shows no folder of this repository as the place of the package", () => {
        assert.doesNotMatch(JSON.stringify(schema), /\.\.\/sdk/);
    });

    it("has a logo of its own", () => {
        const logo = readFileSync(join(SDK, "logo.svg"), "utf-8");
        assert.match(logo, /^<svg [^]*<\/svg>\n$/);
        assert.ok(logo.length < 2_000);
    });

    it("has its addresses as soon as package.json names the repository, and its publisher with the author", () => {
        const manifest = { version: "1.2.3", license: "Apache-2.0", keywords: [] };
        assert.deepEqual(
            pageOf({
                ...manifest,
                repository: { url: "git+https://github.com/owner/name.git" },
                author: { name: "Owner" },
            }),
            {
                displayName: "EKS PrivateLink",
                publisher: "Owner",
                license: "Apache-2.0",
                keywords: [],
                repository: "https://github.com/owner/name",
                homepage: "https://github.com/owner/name",
                logoUrl: "https://raw.githubusercontent.com/owner/name/v1.2.3/sdk/logo.svg",
                pluginDownloadURL: "github://api.github.com/owner/name",
            },
        );
        const { repository, publisher } = pageOf(manifest);
        assert.deepEqual([repository, publisher], [undefined, undefined]);
    });
});
