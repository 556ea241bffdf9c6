import * as fs from "node:fs";
import * as path from "node:path";

import type { Engine } from "../support";
import { admitGoProgram, goModule, SDK } from "./sdks";

const EXAMPLES = path.join(__dirname, "..", "..", "..", "examples");

/** Languages with an example of each kind, and the folder of its examples. */
export const FOLDERS = {
    Python: "python",
    Go: "go",
    Java: "java",
    ".NET": "dotnet",
    YAML: "yaml",
    TypeScript: ".",
} as const;
export type Language = keyof typeof FOLDERS;

/** The examples that there are in each language. */
export type Example = "perimeter" | "hub" | "spoke" | "on-premises";

/** Where the name of the package stands for the folder of it in this repository. */
const PACKAGES = /^ +eks-privatelink: (.+)$/m;

/** Maven runs twice in each run of a program and does little, so that its start is what it takes. */
const SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n";

/**
 * Copies an example to where the SDK of its language is, which a user's `pulumi install` writes into the project itself;
 * gives the copy's folder.
 */
export function copyExample(engine: Engine, language: Language, example: Example): string {
    const source = path.join(EXAMPLES, FOLDERS[language], example);
    const parent = language === "Go" ? goModule(engine) : engine.home.folder;
    const folder = path.join(parent, `${language.toLowerCase()}-${example}`);
    fs.cpSync(source, folder, {
        recursive: true,
        filter: (file) =>
            !["go.mod", "node_modules", "bin", "venv", "sdks", "target"].includes(
                path.basename(file),
            ),
    });
    const settings = path.join(folder, "Pulumi.yaml");
    const text = fs.readFileSync(settings, "utf-8");
    fs.writeFileSync(
        settings,
        located(text, source).replace("virtualenv: venv", "virtualenv: ../venv"),
    );
    if (language === "TypeScript") {
        const modules = path.join(EXAMPLES, "..", "node_modules");
        fs.symlinkSync(modules, path.join(folder, "node_modules"), "junction");
    }
    if (language === "Go") {
        admitGoProgram(folder);
    }
    if (language === "Java") {
        fs.mkdirSync(path.join(folder, ".mvn"));
        fs.writeFileSync(path.join(folder, ".mvn", "jvm.config"), SHORT_LIVED);
    }
    if (language === "Java" || language === ".NET") {
        // Generates the SDK into the project, and compiles both where the language does.
        engine.pulumi(folder, ["install"]);
    }
    return folder;
}

/** Settings of a project that name the package's folder as a copy of the project finds it. */
function located(settings: string, source: string): string {
    return settings.replace(PACKAGES, (line, named: string) => {
        if (path.join(source, named) !== SDK) {
            throw new Error(`${source} takes the package from ${named}, which is not ${SDK}`);
        }
        return line.replace(named, SDK);
    });
}

/** Name of the stack of an example, as others refer to it. */
export function stackOf(language: Language, example: Example): string {
    const prefix = language === "TypeScript" ? "" : `${FOLDERS[language]}-`;
    return `organization/eks-privatelink-${prefix}${example}/engine-tests`;
}
