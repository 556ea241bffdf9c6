import * as path from "node:path";

import { deploy } from "../deploy";
import { HAS_HOST_NAMES, setProgram } from "../programs";
import { expectText, type Step } from "../step";

const REPOSITORY = path.join(__dirname, "..", "..", "..");

/** What the CLI does with a git URL, too: it clones, installs at the root, and starts the folder. */
export const clone: Step = {
    name: "a fresh clone, after npm ci, serves its sdk folder to a YAML program",
    needsEngine: true,
    async run(hour) {
        const parent = hour.folder();
        await hour.run(parent, [
            "git",
            "clone",
            "--quiet",
            "--depth=1",
            `file://${REPOSITORY}`,
            "clone",
        ]);
        const folder = path.join(parent, "clone");
        await hour.run(folder, ["npm", "ci", "--no-audit", "--no-fund"]);
        const project = hour.folder({ "Pulumi.yaml": setProgram(path.join(folder, "sdk")) });
        expectText(await deploy(hour, project), HAS_HOST_NAMES);
    },
};
