import { readFileSync } from "node:fs";
import { join } from "node:path";

import { type Manifest, pageOf } from "../schema/packagePage";

const REPOSITORY = join(__dirname, "..", "..");

/** Workspaces that are published together, under one version and one tag. */
const PUBLISHED = ["sdk", "policy-pack", "simulated-aws"];

/** The parts of schema.json that a release depends on. */
interface Schema {
    version: string;
    repository?: string;
    pluginDownloadURL?: string;
}

/** What keeps a tag from being released, in one line each; none where nothing does. */
export function findObstacles(tag: string, repository = REPOSITORY): string[] {
    const version = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1];
    if (version === undefined) {
        return [`"${tag}" is no tag of a release; give one like v0.1.0`];
    }
    const read = (file: string): string => readFileSync(join(repository, file), "utf-8");
    const manifests = ["", ...PUBLISHED].map((workspace) => {
        const file = join(workspace, "package.json");
        return { file, ...(JSON.parse(read(file)) as Manifest) };
    });
    const schema = JSON.parse(read("sdk/schema.json")) as Schema;
    const versions = [...manifests, { file: "sdk/schema.json", version: schema.version }];
    return [
        ...versions
            .filter((each) => each.version !== version)
            .map((each) => `${each.file} has version ${each.version}, and the tag is ${tag}`),
        ...(new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m").test(read("CHANGELOG.md"))
            ? []
            : [`CHANGELOG.md has no heading "## ${version}"`]),
        // npm refuses provenance without it.
        ...manifests
            .slice(1)
            .filter((each) => each.repository === undefined)
            .map((each) => `${each.file} does not name the repository`),
        ...findWrongAddresses(JSON.parse(read("sdk/package.json")) as Manifest, schema),
    ];
}

/** Where the CLI would look for the archives of the plugin, and the release does not put them. */
function findWrongAddresses(sdk: Manifest, schema: Schema): string[] {
    const page = pageOf(sdk);
    if (page.repository === undefined) {
        return [];
    }
    return [
        ...(page.pluginDownloadURL === undefined
            ? [
                  `sdk/package.json has the repository ${page.repository}, and plugins are downloaded from releases on GitHub; give one like git+https://github.com/owner/name.git`,
              ]
            : []),
        ...(["repository", "pluginDownloadURL"] as const)
            .filter((key) => schema[key] !== page[key])
            .map(
                (key) =>
                    `sdk/schema.json has ${key} ${schema[key] ?? "missing"}, and by sdk/package.json it is ${page[key] ?? "missing"}; run npm run generate`,
            ),
    ];
}
