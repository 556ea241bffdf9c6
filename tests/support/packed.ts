import { execFileSync } from "node:child_process";
import { join } from "node:path";

const REPOSITORY = join(__dirname, "..", "..");

/** What `npm pack` says of a tarball. */
export interface Packed {
    name: string;
    filename: string;
    files: { path: string; mode: number }[];
}

/** Packs a built workspace of this repository as npm publishes it, into a folder. */
export function packWorkspace(workspace: string, destination: string): Packed {
    const printed = execFileSync(
        "npm",
        ["pack", "--json", "--ignore-scripts", "--pack-destination", destination],
        {
            cwd: join(REPOSITORY, workspace),
            encoding: "utf-8",
            stdio: ["ignore", "pipe", "ignore"],
        },
    );
    const [packed] = JSON.parse(printed) as Packed[];
    if (packed === undefined) {
        throw new Error(`npm pack made nothing of ${workspace}`);
    }
    return packed;
}

/** Unpacks a tarball of npm into a folder that is there. */
export function unpack(tarball: string, folder: string): void {
    execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
}
