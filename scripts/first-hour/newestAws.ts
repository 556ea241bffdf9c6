import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as path from "node:path";

const MANIFEST = path.join(__dirname, "..", "..", "sdk", "package.json");

/**
 * The newest @pulumi/aws, which npm installs with the component, and for whose provider `pulumi package add` asks then; none
 * where the registry does not tell.
 */
export function newestAws(): string[] {
    const { dependencies } = JSON.parse(readFileSync(MANIFEST, "utf-8")) as {
        dependencies: { "@pulumi/aws": string };
    };
    const name = `@pulumi/aws@${dependencies["@pulumi/aws"]}`;
    const { status, stdout } = spawnSync("npm", ["view", name, "version", "--json"], {
        encoding: "utf-8",
    });
    if (status !== 0) {
        return [];
    }
    const versions = JSON.parse(stdout) as string | string[];
    return [versions].flat().slice(-1);
}
