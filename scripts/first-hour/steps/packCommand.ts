import * as path from "node:path";

import { expectText, type Step } from "../step";
import { PACK } from "./packAlone";

/** The command that the pack brings, in a project with nothing else. */
export const packCommand: Step = {
    name: "eks-privatelink-check-config, installed alone, finds the ready configuration right",
    needsEngine: false,
    async run(hour) {
        const project = hour.folder({ "package.json": { private: true } });
        await hour.install(project, ["--save-dev", hour.tarball("policy-pack")]);
        const config = path.join(PACK, "policy-config.json");
        const command = ["npx", "--no-install", "eks-privatelink-check-config", config];
        expectText(await hour.run(project, command), /: right$/);
    },
};
