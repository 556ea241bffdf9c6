import * as fs from "node:fs";
import * as path from "node:path";

import { timeToEnd } from "./timed";

/** The newest version on the registry; it brings an SDK of AWS that nothing else here needs, so it is installed when it is measured. */
const PACKAGE = "@pulumi/awsguard@0.3.1";

const FILES = {
    "package.json": JSON.stringify({ name: "guard", version: "0.0.0", main: "index.js" }),
    "PulumiPolicy.yaml": "runtime: { name: nodejs, options: { typescript: false } }\n",
    "index.js": 'new (require("@pulumi/awsguard").AwsGuard)({ all: "advisory" });\n',
};

/** Pulumi's public pack of policies for AWS in a folder of its own, every policy as advice. */
export async function awsGuard(parent: string): Promise<string> {
    const folder = path.join(parent, "awsguard");
    if (!fs.existsSync(folder)) {
        fs.mkdirSync(folder);
        for (const [file, text] of Object.entries(FILES)) {
            fs.writeFileSync(path.join(folder, file), text);
        }
        const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE];
        await timeToEnd({ file: "npm", args, cwd: folder });
    }
    return folder;
}
