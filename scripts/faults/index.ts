import { messageOf } from "../failure";
import { type Tried, tryPositions } from "./matrix";
import { HELP, readOptions } from "./options";

/** One line a position, and what is wrong with it below. */
function tell({ group, run, operation, resource, kind, failures, commands }: Tried): void {
    const outcome =
        failures.length > 0 ? "FAILED" : commands.length > 0 ? "survived, by command" : "survived";
    console.log(`${group}, ${run}: ${operation} of ${resource} ${kind}: ${outcome}`);
    failures.forEach((failure) => {
        console.log(`    ${failure.replaceAll("\n", "\n    ")}`);
    });
}

async function main(): Promise<void> {
    const { help, ...choice } = readOptions(process.argv.slice(2));
    if (help) {
        console.log(HELP);
        return;
    }
    const tried = await tryPositions(choice, tell);
    const known = tried.filter(({ isKnown }) => isKnown).length;
    const survived = tried.filter(({ failures }) => failures.length === 0);
    const byCommand = survived.filter(({ commands }) => commands.length > 0);
    console.log(
        `${known} of them left what another had left, and what came next was not run again`,
    );
    console.log(
        `${tried.length} positions, ${survived.length} survived, ${byCommand.length} of them by the printed commands`,
    );
    process.exitCode = survived.length === tried.length ? 0 : 1;
}

main().catch((error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
});
