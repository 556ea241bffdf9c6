import { readFileSync } from "node:fs";

import { formatProblem } from "eks-privatelink/domain";

import { checkConfig } from "./pack/checkConfig";
import { policies } from "./policies";

// The command `eks-privatelink-check-config`: whether a file for --policy-pack-config says what its writer means.

const USAGE = "eks-privatelink-check-config <file for --policy-pack-config>";

function main([file]: string[]): number {
    if (file === undefined) {
        process.stderr.write(`${USAGE}\n`);
        return 2;
    }
    const problems = read(file);
    const lines = problems.map((problem) => `  - ${problem}\n`).join("");
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    process.stdout.write(
        problems.length === 0 ? `${file}: right\n` : `${file}: ${count}\n${lines}`,
    );
    return problems.length === 0 ? 0 : 1;
}

function read(file: string): string[] {
    try {
        const config: unknown = JSON.parse(readFileSync(file, "utf-8"));
        return checkConfig(config, policies).map(formatProblem);
    } catch (error) {
        const what = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
        return [`${what}: ${error instanceof Error ? error.message : String(error)}`];
    }
}

process.exitCode = main(process.argv.slice(2));
