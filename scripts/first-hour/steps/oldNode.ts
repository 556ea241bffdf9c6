import { installNode } from "../node";
import { expectText, type Step } from "../step";
import { PACK, packProject } from "./packAlone";

/** The newest Node.js on which nothing of this starts. */
const OLD = "18";

const ASKS_FOR_NEWER = /eks-privatelink\S* \S+ needs Node\.js \S+ or later, and this is 18\./;

/** Plugin, pack and command on a Node.js that is too old. */
export const oldNode: Step = {
    name: `plugin, pack and command on Node.js ${OLD} ask for a newer one`,
    needsEngine: true,
    async run(hour) {
        const plugin = hour.unpacked("sdk");
        await hour.install(plugin, []);
        const project = await packProject(hour);
        const options = { fails: true, env: await installNode(hour, OLD) };
        const schema = ["package", "get-schema", plugin];
        expectText(await hour.pulumi(hour.folder(), schema, options), ASKS_FOR_NEWER);
        const preview = ["preview", "--policy-pack", PACK];
        expectText(await hour.pulumi(project, preview, options), ASKS_FOR_NEWER);
        const command = ["node_modules/.bin/eks-privatelink-check-config", "any.json"];
        expectText(await hour.run(project, command, options), ASKS_FOR_NEWER);
    },
};
