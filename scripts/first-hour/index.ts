import { engineHome } from "../../simulated-aws/index";
import { findInstalledCli } from "../../tests/support/installedCli";
import { endDescendants } from "../demo/descendants";
import { Hour } from "./hour";
import { newestAws } from "./newestAws";
import { runSteps } from "./runSteps";
import { steps } from "./steps";

// What a stranger does with the packages in the first hour, in empty folders outside the repository:
// npm run first-hour [-- <words of the steps to run>]

async function main(words: string[]): Promise<number> {
    const asked = steps.filter(({ name }) => words.every((word) => name.includes(word)));
    if (asked.length === 0) {
        say(`no step has ${words.join(" and ")} in its name; the steps are`);
        steps.forEach(({ name }) => {
            say(`  ${name}`);
        });
        return 1;
    }
    const cli = await findInstalledCli();
    const engine =
        cli === undefined
            ? undefined
            : { cli, home: await engineHome({ awsVersions: newestAws() }) };
    const hour = new Hour(engine);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
        process.on(signal, () => {
            endDescendants();
            hour.remove();
            process.exit(1);
        });
    }
    const version = cli?.version?.toString();
    say(version === undefined ? "Without the Pulumi engine" : `Engine: Pulumi ${version}`);
    try {
        return await runSteps(asked, hour, say);
    } finally {
        hour.remove();
    }
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}

void main(process.argv.slice(2)).then((failed) => {
    process.exitCode = failed === 0 ? 0 : 1;
});
