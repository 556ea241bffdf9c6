import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { copyProject } from "../../../scripts/engine/copyProject";
import { PACK, useEngine } from "../../engine/support";
import type { TestStack } from "../../engine/testStack";
import type { Deployed } from "./deploy";
import { describeSubject } from "./describeSubject";
import { changeOf } from "./loadProgram";
import { outcomesOf } from "./outcomes";
import type { Mutation, Subject } from "./subject";
import { pythonNetwork } from "./subjects/pythonNetwork";
import { yamlNetwork } from "./subjects/yamlNetwork";

/** Installs what a program in Python asks for; false where it cannot be had. */
function installPython(folder: string): boolean {
    const python = path.join(folder, "venv", "bin", "python");
    const install = ["-m", "pip", "install", "--quiet", "-r", "requirements.txt"];
    try {
        execFileSync("python3", ["-m", "venv", "venv"], { cwd: folder, stdio: "pipe" });
        execFileSync(python, install, { cwd: folder, stdio: "pipe" });
        return true;
    } catch {
        return false;
    }
}

for (const subject of [yamlNetwork, pythonNetwork]) {
    describe("a program that the engine runs, and what may go wrong in it", function () {
        this.timeout(600_000);
        const engine = useEngine();
        let folder: string;
        let stack: TestStack;

        before(async function () {
            folder = copyProject(subject.folder, engine().home.folder);
            if (subject === pythonNetwork && !installPython(folder)) {
                this.skip();
            }
            stack = await engine().open(folder);
        });

        /** Updates the stack to the program, and previews it under the policy pack, which then knows every ID. */
        async function deploy(tried: Subject, mutation?: Mutation): Promise<Deployed> {
            fs.cpSync(tried.folder, folder, { recursive: true });
            if (mutation !== undefined) {
                const { file, text } = changeOf(mutation, folder);
                fs.writeFileSync(file, text);
            }
            const { errors, outputs } = await stack.up();
            if (errors.length > 0) {
                return { outcomes: new Map(), findings: [], refusal: errors.join("\n") };
            }
            const { violations } = await stack.preview({ policyPacks: [PACK] });
            const findings = violations.map(
                ({ policy, resource, message }) => `${policy} ${resource}: ${message}`,
            );
            const { world } = engine();
            return { outcomes: outcomesOf(world, tried, { dev: outputs }), findings };
        }

        describeSubject(subject, deploy);
    });
}
