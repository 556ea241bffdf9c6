import { secondsSince } from "../demo/text";
import { messageOf } from "../failure";
import { Hour } from "../first-hour/hour";
import { installNode } from "../first-hour/node";
import { Skipped } from "../first-hour/step";
import { runMocha } from "./mocha";

// Runs the tests on versions of Node.js from the npm registry, whatever version the machine has: npm run test:nodes

/** The oldest that the packages ask for, and the newest there is. */
const VERSIONS = ["22", "latest"];

/** All tests in the process; of those with the engine, which take longest, one of the plugin and one of the pack. */
const TESTS = [
    "tests/**/*.spec.ts",
    ...["tests/engine/!(plugin|policies).spec.ts", "tests/scripts/{bench,demo}{*,/**}"].flatMap(
        (pattern) => ["--ignore", pattern],
    ),
];

/** Runs the tests on one version, and says in one line how they ended; false if one failed. */
async function testOn(version: string, hour: Hour): Promise<boolean> {
    const start = Date.now();
    try {
        const { PATH } = await installNode(hour, version);
        const folder = hour.folder();
        const name = await hour.run(folder, ["node", "--version"], { env: { PATH } });
        const { stats, failures } = await runMocha(TESTS, PATH, folder);
        const counts = `${stats.passes} passed, ${stats.failures} failed, ${stats.pending} skipped`;
        say(`Node.js ${name}: ${counts} (${secondsSince(start)})`);
        for (const { fullTitle, err } of failures) {
            say(`  ${fullTitle}: ${err.message ?? ""}`);
        }
        return stats.failures === 0 && stats.passes > 0;
    } catch (error) {
        const isSkipped = error instanceof Skipped;
        say(`Node.js ${version}: ${isSkipped ? "skipped, " : ""}${messageOf(error)}`);
        return isSkipped;
    }
}

async function main(): Promise<void> {
    const hour = new Hour(undefined);
    try {
        for (const version of VERSIONS) {
            if (!(await testOn(version, hour))) {
                process.exitCode = 1;
            }
        }
    } finally {
        hour.remove();
    }
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}

void main();
