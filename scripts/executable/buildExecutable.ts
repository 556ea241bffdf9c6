import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { schemaServedBy } from "../engine/schemaServedBy";
import { Failure } from "../failure";
import { archiveName } from "./archiveName";
import { licencesOf } from "./licences";

const ROOT = path.join(__dirname, "..", "..");
const SCHEMA = path.join(ROOT, "sdk", "schema.json");
const BUILT = path.join(__dirname, "bin");

/** The release of Node.js that travels inside. Node.js 26 asks Linux for libatomic, which small images do not have. */
const NODE = 24;

const EXECUTABLE = `pulumi-resource-eks-privatelink${process.platform === "win32" ? ".exe" : ""}`;

/** What Node.js looks for in itself. Source: https://nodejs.org/docs/latest-v24.x/api/single-executable-applications.html */
const SECTION = "NODE_SEA_BLOB";
const OPTIONS = [
    ["--sentinel-fuse", "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2"],
    ["--macho-segment-name", "NODE_SEA"],
].flat();

/**
 * Makes the archive of the plugin that needs no Node.js, for the platform that this runs on; the bundle has to be built.
 * @param node The `node` that goes into it.
 * @param destination Folder of the archive.
 * @returns The archive.
 */
export async function buildArchive(node: string, destination: string): Promise<string> {
    requireNode(node);
    const { version } = JSON.parse(
        fs.readFileSync(path.join(ROOT, "sdk", "package.json"), "utf-8"),
    ) as { version: string };
    const archive = path.resolve(destination, archiveName(version, process.platform, process.arch));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "executable-"));
    try {
        const contents = path.join(folder, "contents");
        fs.mkdirSync(contents);
        buildExecutable(node, folder, contents);
        const inputs = fs.readFileSync(path.join(BUILT, "inputs.json"), "utf-8");
        const licences = licencesOf(ROOT, JSON.parse(inputs) as string[], node);
        fs.writeFileSync(path.join(contents, "LICENSES.txt"), licences);
        await requireToServe(path.join(contents, EXECUTABLE));
        fs.mkdirSync(path.dirname(archive), { recursive: true });
        // The archive by its name alone: a colon after a drive makes some versions of tar look for another machine.
        const name = path.basename(archive);
        const files = fs.readdirSync(contents);
        execFileSync("tar", ["-czf", name, "-C", "contents", ...files], { cwd: folder });
        fs.copyFileSync(path.join(folder, name), archive);
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
    return archive;
}

/** Puts the bundle and the schema into a copy of Node.js; `sdk/plugin.ts` asks for the schema by its name. */
function buildExecutable(node: string, folder: string, contents: string): void {
    const config = path.join(folder, "config.json");
    const blob = path.join(folder, "blob");
    const settings = {
        main: path.join(BUILT, "plugin.js"),
        output: blob,
        disableExperimentalSEAWarning: true,
        useCodeCache: true,
        assets: { "schema.json": SCHEMA },
    };
    fs.writeFileSync(config, JSON.stringify(settings));
    run(node, "--experimental-sea-config", config);
    const executable = path.join(contents, EXECUTABLE);
    fs.copyFileSync(node, executable);
    fs.chmodSync(executable, 0o755);
    if (process.platform === "darwin") {
        run("codesign", "--remove-signature", executable);
    }
    // Its command, whose warnings about parts of Node.js that it leaves as they are nobody needs to see.
    const postject = require.resolve("postject/dist/cli.js");
    run(process.execPath, postject, executable, SECTION, blob, ...OPTIONS);
    if (process.platform === "darwin") {
        // macOS on Apple silicon starts nothing that is unsigned.
        run("codesign", "--sign", "-", executable);
    }
}

/** Runs a command; what it printed is part of the error where it fails. */
function run(file: string, ...args: string[]): void {
    execFileSync(file, args, { stdio: "pipe" });
}

/** Starts it where there is no `node`, so that no platform gets an archive that does not work. */
async function requireToServe(executable: string): Promise<void> {
    const served = await schemaServedBy(executable, [], { ...process.env, PATH: "" });
    if (served !== fs.readFileSync(SCHEMA, "utf-8")) {
        throw new Failure(`${executable} serves another schema than ${SCHEMA}`);
    }
}

function requireNode(node: string): void {
    const version = execFileSync(node, ["--version"], { encoding: "utf-8" }).trim();
    if (!version.startsWith(`v${NODE}.`)) {
        throw new Failure(
            `the plugin is made with Node.js ${NODE}, and ${node} is ${version}; give another with --node <file>`,
        );
    }
}
