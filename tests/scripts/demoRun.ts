import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { type Ended, run } from "./run";

/** The rows of tables that have a cell. */
export function rowsWith(text: string, cell: string): string[][] {
    return text
        .split("\n")
        .filter((line) => line.includes("│"))
        .map((line) => line.split("│").map((each) => each.trim()))
        .filter((cells) => cells.includes(cell));
}

/** Runs the demo with a folder for temporary files that shows what it leaves. */
export async function demo(mode: string, args: string[] = []): Promise<Ended & { left: string[] }> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-spec-"));
    try {
        const env = { EKS_PRIVATELINK_DEMO: mode, TMPDIR: folder };
        const ended = await run("demo", args, env);
        // tsx keeps its cache there.
        const left = fs.readdirSync(folder).filter((name) => !name.startsWith("tsx-"));
        return { ...ended, left };
    } finally {
        fs.rmSync(folder, { recursive: true, maxRetries: 10 });
    }
}

const runs = new Map<string, ReturnType<typeof demo>>();

/** One run of a mode for all tests of it. */
export function demoOnce(mode: string): ReturnType<typeof demo> {
    const known = runs.get(mode);
    if (known !== undefined) {
        return known;
    }
    const begun = demo(mode);
    runs.set(mode, begun);
    return begun;
}

/** The lines about findings in the unsafe program. */
export function findingsIn({ stdout }: Ended): string[] {
    return stdout.match(/^ {2}(mandatory|advisory) .*$/gm) ?? [];
}

/** The indented lines below a line that begins in a certain way, as one line. */
export function paragraphAfter(text: string, beginning: string): string {
    const lines = text.split("\n");
    const first = lines.findIndex((line) => line.trim().startsWith(beginning)) + 1;
    const rest = lines.slice(first);
    const end = rest.findIndex((line) => !line.startsWith("    "));
    return rest
        .slice(0, end)
        .map((line) => line.trim())
        .join(" ");
}
