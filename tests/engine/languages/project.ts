import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { type Engine, rolesIn } from "../support";
import type { Files, SpokeLanguage } from "./programs";
import { goModule, SDK } from "./sdks";

const RUNTIMES: { [L in SpokeLanguage]: unknown } = {
    Python: { name: "python", options: { virtualenv: "../venv" } },
    Go: "go",
    YAML: "yaml",
    TypeScript: "nodejs",
};

/** Writes a project that may use the package from any language, and the values of its stack; gives its folder. */
export function writeProject(
    engine: Engine,
    name: string,
    language: SpokeLanguage,
    { "Main.yaml": main = "{}", ...files }: Files,
    account?: string,
): string {
    const parent = language === "Go" ? goModule(engine) : engine.home.folder;
    const folder = path.join(parent, name);
    mkdirSync(folder);
    const plugins = { providers: [{ name: "eks-privatelink", path: SDK }] };
    const packages = language === "YAML" ? { packages: { "eks-privatelink": SDK } } : { plugins };
    const header = { name: `languages-${name}`, runtime: RUNTIMES[language], ...packages };
    const config = {
        "aws:region": "eu-west-1",
        ...(account === undefined ? {} : { "aws:assumeRoles": rolesIn(account) }),
    };
    const all: Files = {
        "Pulumi.yaml": JSON.stringify({ ...header, ...(JSON.parse(main) as object) }),
        "Pulumi.engine-tests.yaml": JSON.stringify({ config }),
        ...files,
    };
    for (const [file, text] of Object.entries(all)) {
        writeFileSync(path.join(folder, file), text);
    }
    if (language === "TypeScript") {
        const modules = path.join(SDK, "..", "node_modules");
        symlinkSync(modules, path.join(folder, "node_modules"), "junction");
    }
    return folder;
}
