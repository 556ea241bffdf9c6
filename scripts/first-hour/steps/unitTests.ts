import * as fs from "node:fs";
import * as path from "node:path";

import type { Hour } from "../hour";
import { expectText, type Step } from "../step";

const README = path.join(__dirname, "..", "..", "..", "sdk", "README.md");

/** What a project needs to run tests in TypeScript, beside the package itself. */
const RUNNERS = ["mocha@12", "tsx@4", "typescript@5", "@types/node@22", "@types/mocha@10"];

/** Program and test of the README's section on unit tests, run by both test runners as the README says. */
export const unitTests: Step = {
    name: "the README's unit test passes in mocha and in node:test, with mocks that echo",
    needsEngine: false,
    async run(hour) {
        const { program, spec, nodeTestImport, commands } = readSection();
        const files = { "package.json": { private: true }, "endpoints.ts": program };
        const project = hour.folder(files);
        await hour.install(project, [hour.tarball("sdk"), ...RUNNERS]);
        fs.writeFileSync(path.join(project, "endpoints.spec.ts"), spec);
        const [mocha = "", nodeTest = ""] = commands;
        expectText(await runs(hour, project, mocha), /2 passing/);
        fs.writeFileSync(path.join(project, "endpoints.spec.ts"), nodeTestImport + spec);
        expectText(await runs(hour, project, nodeTest), /pass 2\b/);
    },
};

function runs(hour: Hour, project: string, command: string): Promise<string> {
    return hour.run(project, ["npx", "--no-install", "--", ...command.split(" ")]);
}

function readSection() {
    const readme = fs.readFileSync(README, "utf-8");
    const section = readme.slice(readme.indexOf("## Unit tests"));
    const blocks = [...section.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
    const [program = "", spec = "", nodeTestImport = ""] = blocks;
    const commands = [...section.matchAll(/\(`([^`]+)`\)/g)].map(([, command = ""]) => command);
    return { program, spec, nodeTestImport, commands };
}
