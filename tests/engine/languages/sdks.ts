import { execFileSync } from "node:child_process";
import { devNull } from "node:os";
import * as path from "node:path";

import { hasLanguageHost } from "../../../scripts/engine/languageHost";
import type { Engine } from "../support";
import type { SeenArgument } from "./arguments";

/** The folder that programs in other languages start the package from. */
export const SDK = path.join(__dirname, "..", "..", "..", "sdk");

/** Where programs in Go import the package from, when its owner is not known. */
export const GO_IMPORT = "example.com/pulumi-eks-privatelink/sdk/go/eksprivatelink";

/** Pulumi's Python package, of the version of the CLI. */
const PYTHON_PACKAGE = "pulumi==3.259.0";

/** Pulumi's Go module, of the version that the generated module asks for. */
const GO_PACKAGE = "github.com/pulumi/pulumi/sdk/v3@v3.256.0";

/** Pulumi's Java package, of the version that the examples ask for. */
const JAVA_PACKAGE = "com.pulumi:pulumi:1.36.1";

/** Compiles all of a module as the engine compiles programs, and adds what it imports to its go.mod first. */
const GO_BUILD = ["build", "-mod=mod", "-trimpath", "-o", devNull, "./..."];

/** Makes the package ready for programs in a language; false where the language or its packages are not to be had. */
export const PREPARE: { [language: string]: (engine: Engine) => boolean } = {
    Python: preparePython,
    Go: prepareGo,
    Java: prepareJava,
    ".NET": prepareDotnet,
};

/** Languages whose SDK is looked at once it is installed. */
export type SdkLanguage = "Python" | "Go";

/** Whether the SDK of a language is looked at once it is installed. */
export function isSdkLanguage(language: string): language is SdkLanguage {
    return language in SEE_ARGUMENTS;
}

/** The arguments of a set, as users of the language see them. */
export const SEE_ARGUMENTS: { [L in SdkLanguage]: (engine: Engine) => SeenArgument[] } = {
    Python: (engine) =>
        run(python(engine), ["-c", PYTHON_ARGS], engine.home.folder).map(
            (line) => JSON.parse(line) as SeenArgument,
        ),
    Go: (engine) => {
        const args = ["doc", `${GO_IMPORT}.EksEndpointSetArgs`];
        let doc: string[] = [];
        return run("go", args, goModule(engine)).flatMap((line) => {
            const [, words, name, type = ""] =
                /^\t(?:\/\/ (.*)|([A-Z]\w+) +(\S+))$/.exec(line) ?? [];
            if (words !== undefined) {
                doc.push(words);
            }
            if (name === undefined) {
                return [];
            }
            const seen = { name, type, doc: doc.join(" ") };
            doc = [];
            return [seen];
        });
    },
};

/** Prints them as they are written, which does not depend on the version of Python. */
const PYTHON_ARGS = `
import ast, inspect, json, re, pulumi_eks_privatelink as package
init = ast.parse(inspect.getsource(package.EksEndpointSetArgs)).body[0].body[0]
docs = dict(re.findall(r":param .+? (\\w+): (.*)", ast.get_docstring(init)))
for each, default in zip(init.args.kwonlyargs, init.args.kw_defaults):
    type = ast.unparse(each.annotation).replace("_builtins.", "")
    ending = "" if default is None else " = " + ast.unparse(default)
    print(json.dumps({"name": each.arg, "type": type + ending, "doc": docs[each.arg]}))
`;

/** The module that the programs in Go are packages of. */
export function goModule({ home }: Engine): string {
    return path.join(home.folder, "go");
}

/** Adds what a program imports to the module that it was put into, as `go mod tidy` does for a user. */
export function admitGoProgram(folder: string): void {
    run("go", GO_BUILD, folder);
}

/** Writes the SDK of a language into a folder of its own, as a user does who has the stored schema. */
export function generate(engine: Engine, language: string): string {
    const { folder } = engine.home;
    engine.pulumi(folder, generation(path.join(SDK, "schema.json"), language, folder));
    return path.join(folder, language);
}

/** The command of the CLI that writes the SDK of a language into a folder of its name. */
export function generation(schema: string, language: string, out: string): string[] {
    return ["package", "gen-sdk", schema, "--language", language, "--out", out];
}

function preparePython(engine: Engine): boolean {
    const sdk = generate(engine, "python");
    const venv = path.join(engine.home.folder, "venv");
    const install = ["-m", "pip", "install", "--quiet"];
    if (
        !succeeds("python3", ["-m", "venv", venv], sdk) ||
        !succeeds(python(engine), [...install, PYTHON_PACKAGE], sdk)
    ) {
        return false;
    }
    run(python(engine), [...install, sdk], sdk);
    return true;
}

/** Makes a module with the SDK beside its programs. */
function prepareGo(engine: Engine): boolean {
    // Asked outside the module: what is wrong with that is no reason to skip.
    if (!succeeds("go", ["mod", "download", GO_PACKAGE], engine.home.folder)) {
        return false;
    }
    const module = generate(engine, "go");
    // Then the programs need not compile it again.
    run("go", GO_BUILD, module);
    return true;
}

/** Its projects generate the SDK by themselves, as a user's do. */
function prepareJava({ cli, home }: Engine): boolean {
    const download = ["--quiet", "dependency:get", `-Dartifact=${JAVA_PACKAGE}`];
    return hasLanguageHost(cli, "java") && succeeds("mvn", download, home.folder);
}

/** Likewise; the maker of its SDKs also wants the internet, for a logo. */
function prepareDotnet({ cli, home }: Engine): boolean {
    return hasLanguageHost(cli, "dotnet") && succeeds("dotnet", ["--version"], home.folder);
}

function python({ home }: Engine): string {
    return path.join(home.folder, "venv", "bin", "python");
}

/** The lines that a command prints; throws with what it said if it fails. */
function run(command: string, args: string[], cwd: string): string[] {
    return execFileSync(command, args, { cwd, encoding: "utf-8", stdio: "pipe" })
        .trim()
        .split("\n");
}

function succeeds(command: string, args: string[], cwd: string): boolean {
    try {
        run(command, args, cwd);
        return true;
    } catch {
        return false;
    }
}
