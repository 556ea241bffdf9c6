import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";

const SDK = join(__dirname, "..", "..", "sdk");
const readme = readFileSync(join(SDK, "README.md"), "utf-8");

/** The programs of the README; those of its last section run in the first hour, where they are installed. */
const programs = [
    ...readme.slice(0, readme.indexOf("## Unit tests")).matchAll(/```ts\n(.*?)```/gs),
].map(([, code = ""], i) => [join(SDK, `readme-${i}.ts`), code] as const);

/** What the compiler says of the programs, as if they stood beside the package's own sources. */
function errorsOf(files: readonly (readonly [string, string])[]): string[] {
    const { config } = ts.readConfigFile(join(SDK, "..", "tsconfig.json"), (file) =>
        ts.sys.readFile(file),
    ) as {
        config: { compilerOptions: object };
    };
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, SDK);
    const host = ts.createCompilerHost({ ...options, noEmit: true });
    const texts = new Map(files);
    host.readFile = (file) => texts.get(file) ?? ts.sys.readFile(file);
    host.fileExists = (file) => texts.has(file) || ts.sys.fileExists(file);
    host.getSourceFile = (file, target) => {
        const text = host.readFile(file);
        return text === undefined ? undefined : ts.createSourceFile(file, text, target);
    };
    const program = ts.createProgram([...texts.keys()], { ...options, noEmit: true }, host);
    return files
        .flatMap(([file]) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("programs of sdk/README.md", function () {
    this.timeout(60_000);

    it("compile against the package", () => {
        assert.ok(programs.length >= 6);
        assert.deepEqual(errorsOf(programs), []);
    });

    it("would not with an argument that does not exist", () => {
        const [[file, code]] = programs as [readonly [string, string]];
        const [error] = errorsOf([[file, code.replace("vpcId:", "vpcID:")]]);
        assert.match(error ?? "", /vpcID/);
    });
});
