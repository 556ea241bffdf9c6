import * as fs from "node:fs";
import * as path from "node:path";

import { STOPS_UNSAFE } from "../programs";
import { expectNoText, expectText, type Step } from "../step";
import { PACK, packProject } from "./packAlone";

/** What a package says that was packed, or copied, without having been built. */
const IS_MISSING = /eks-privatelink\S* \S+ needs \S+\.js, which is not there; run npm ci/;

function removeBin(folder: string): void {
    fs.rmSync(path.join(folder, "bin"), { recursive: true });
}

/** For the plugin. */
export const pluginWithoutBin: Step = {
    name: "the plugin without its bin says what is missing",
    needsEngine: true,
    async run(hour) {
        const plugin = hour.unpacked("sdk");
        removeBin(plugin);
        const schema = ["package", "get-schema", plugin];
        const text = await hour.pulumi(hour.folder(), schema, { fails: true });
        expectText(text, IS_MISSING);
        expectNoText(text, /\*always\* a bug in the provider/);
    },
};

/** For the pack and its command. */
export const packWithoutBin: Step = {
    name: "the pack and its command without their bin say what is missing",
    needsEngine: true,
    async run(hour) {
        const project = await packProject(hour);
        removeBin(path.join(project, PACK));
        const preview = ["preview", "--policy-pack", PACK];
        const text = await hour.pulumi(project, preview, { fails: true });
        expectText(text, IS_MISSING);
        expectNoText(text, STOPS_UNSAFE);
        const command = ["npx", "--no-install", "eks-privatelink-check-config", "any.json"];
        expectText(await hour.run(project, command, { fails: true }), IS_MISSING);
    },
};
