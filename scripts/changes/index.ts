import { add, isSafe, NOTHING, report, summary } from "./report";
import { judgeRow, ON_ENGINE, TABLE } from "./table";

/**
 * Checks that no change of a stack loses a host name on the way. For each change of a table it takes the calls that the
 * engine makes, with what each waits for, and asks the simulated AWS in every world that some order of them leads through.
 * `npm run changes -- <word>` takes the changes with that word in their title.
 */
async function main(word = ""): Promise<void> {
    let total = NOTHING;
    for (const row of [...TABLE, ...ON_ENGINE].filter(({ title }) => title.includes(word))) {
        const missing = await row.findMissing?.();
        if (missing !== undefined) {
            say(`${row.title}\n  not judged: ${missing}`);
            continue;
        }
        const { lines, total: ofRow } = report(row, await judgeRow(row));
        total = add(total, ofRow);
        say(lines.join("\n"));
    }
    say(summary(total).join("\n"));
    process.exitCode = isSafe(total) ? 0 : 1;
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}

main(process.argv[2]).catch((error: unknown) => {
    process.stderr.write(
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
});
