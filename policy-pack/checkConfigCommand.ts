import { readFileSync } from "node:fs";

import { formatProblem, type Problem, problem } from "eks-privatelink/domain";

import { checkConfig } from "./pack/checkConfig";
import { policies } from "./policies";

// The command `eks-privatelink-check-config`: whether a file for --policy-pack-config says what its writer means.

const USAGE = "eks-privatelink-check-config <file for --policy-pack-config>";

function main([file]: string[]): number {
    if (file === undefined) {
        process.stderr.write(`${USAGE}\n`);
        return 2;
    }
    const said = read(file);
    const problems = said.filter(({ isWarning }) => isWarning !== true);
    const lines = said.map((each) => `  - ${formatProblem(each)}\n`).join("");
    process.stdout.write(`${file}: ${describe(problems.length, said.length)}\n${lines}`);
    return problems.length === 0 ? 0 : 1;
}

function describe(problems: number, said: number): string {
    if (problems > 0) {
        return problems === 1 ? "1 problem" : `${problems} problems`;
    }
    return said === 0 ? "right" : "right, as far as it is checked";
}

function read(file: string): Problem[] {
    try {
        const config: unknown = JSON.parse(readFileSync(file, "utf-8"));
        return checkConfig(config, policies);
    } catch (error) {
        const what = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
        return problem("", `${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
}

process.exitCode = main(process.argv.slice(2));
