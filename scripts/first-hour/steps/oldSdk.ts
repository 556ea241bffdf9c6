import * as path from "node:path";

import { createStack } from "../deploy";
import { setProgram, STOPS_UNSAFE } from "../programs";
import { expectText, type Step } from "../step";
import { PACK, packProject } from "./packAlone";

/** A version of the Pulumi SDK below the range of our packages, and what forces npm to install it. */
const OLD = "3.200.0";
const OVERRIDES = { overrides: { "@pulumi/pulumi": OLD } };

/** A plugin runs on the SDK beside it. */
export const pluginOnOldSdk: Step = {
    name: `the plugin beside @pulumi/pulumi ${OLD} asks for a newer one`,
    needsEngine: true,
    async run(hour) {
        const host = hour.folder({ "package.json": { private: true, ...OVERRIDES } });
        await hour.install(host, [hour.tarball("sdk")]);
        const plugin = path.join(host, "node_modules", "eks-privatelink");
        const project = hour.folder({ "Pulumi.yaml": setProgram(plugin) });
        await createStack(hour, project);
        expectText(
            await hour.pulumi(project, ["preview"], { fails: true }),
            /eks-privatelink \S+ needs @pulumi\/pulumi \^\S+, and \S+ is 3\.200\.0; run npm install/,
        );
    },
};

/** A pack brings the SDK that it runs on. */
export const packOnOldSdk: Step = {
    name: `the pack beside @pulumi/pulumi ${OLD} stops an unsafe program all the same`,
    needsEngine: true,
    async run(hour) {
        const project = await packProject(hour, OVERRIDES);
        const preview = ["preview", "--policy-pack", PACK];
        expectText(await hour.pulumi(project, preview, { fails: true }), STOPS_UNSAFE);
    },
};
