import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import * as path from "node:path";

import { createStack } from "../deploy";
import type { Hour } from "../hour";
import { STOPS_UNSAFE, UNSAFE } from "../programs";
import { expectText, type Step } from "../step";

/** Where npm puts the pack in a project. */
export const PACK = path.join("node_modules", "eks-privatelink-policies");

/** A project with an unsafe program and, of packages, nothing but the pack. */
export async function packProject(hour: Hour, manifest: object = {}): Promise<string> {
    const project = hour.folder({
        "Pulumi.yaml": UNSAFE,
        "package.json": { private: true, ...manifest },
    });
    await hour.install(project, ["--save-dev", hour.tarball("policy-pack")]);
    await createStack(hour, project);
    return project;
}

/** The README of the pack, as it stands. */
export const packAlone: Step = {
    name: "the pack, installed alone, stops an unsafe program",
    needsEngine: true,
    async run(hour) {
        const project = await packProject(hour);
        assert.equal(existsSync(path.join(project, "node_modules", "typescript")), false);
        const preview = ["preview", "--policy-pack", PACK];
        expectText(await hour.pulumi(project, preview, { fails: true }), STOPS_UNSAFE);
    },
};
