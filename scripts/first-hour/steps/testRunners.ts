import { expectText, type Step } from "../step";
import { readPage } from "./simulator";

/** The versions with which the README's test was seen to run; none of them is a dependency of the repository. */
const INSTALLED = [
    "mocha@12.0.3",
    "vitest@4.1.12",
    "jest@30.5.2",
    "ts-jest@29.4.15",
    // Newer ones are too new for ts-jest, and npm looks long for one that suits all.
    "typescript@5.9.3",
];

/** How each runs a test in TypeScript that takes `it` from the runner. */
const RUNNERS = [
    "mocha --node-option import=tsx index.spec.ts",
    "vitest run --globals",
    "jest --preset ts-jest",
];

const COMPILER_OPTIONS = {
    target: "es2022",
    module: "commonjs",
    // Else ts-jest looks through all types of the provider.
    isolatedModules: true,
    esModuleInterop: true,
    types: ["node"],
};

/** The test of the README's first page under the other runners that the README names, failing and passing. */
export const simulatorUnderRunners: Step = {
    name: "the simulator answers in mocha, vitest and jest too",
    needsEngine: false,
    async run(hour) {
        const { program, spec } = readPage();
        const project = hour.folder({
            "package.json": { private: true },
            "tsconfig.json": { compilerOptions: COMPILER_OPTIONS },
            "index.ts": program,
            "index.spec.ts": spec.replace(/^import .* from "node:test";\n/, ""),
        });
        await hour.install(project, [
            hour.tarball("simulated-aws"),
            ...["@pulumi/pulumi", "@pulumi/aws", "tsx", "@types/node"],
            ...INSTALLED,
        ]);
        const run = (runner: string, fails: boolean) =>
            hour.run(project, ["npx", "--no-install", "--", ...runner.split(" ")], { fails });
        for (const runner of RUNNERS) {
            expectText(await run(runner, true), /no rule of sg-\w+ admits 10\.0\.1\.10 on tcp 443/);
        }
        hour.write(project, { "index.ts": program.replace("10.1.0.0/16", "10.0.0.0/16") });
        for (const runner of RUNNERS) {
            expectText(await run(runner, false), /1 pass/);
        }
    },
};
