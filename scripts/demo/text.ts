import { styleText } from "node:util";

/** Columns that the report is made for. */
export const WIDTH = 100;

type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** Colours text where the terminal shows colours and the user has not forbidden them (NO_COLOR). */
export function styled(style: Style, text: string): string {
    return hasColors() ? styleText(style, text) : text;
}

function hasColors(): boolean {
    return process.stdout.isTTY && process.stdout.hasColors();
}

/** Breaks text into lines that, indented, fit the width. A word that is longer than a line stays whole. */
export function wrapped(text: string, indent: number): string {
    const lines = text.split("\n").flatMap((line) => brokenLines(line, WIDTH - indent));
    return lines.map((line) => `${" ".repeat(indent)}${line}`).join("\n");
}

function brokenLines(line: string, width: number): string[] {
    const lines = [""];
    for (const word of line.split(" ")) {
        const last = lines.at(-1) ?? "";
        const longer = last === "" ? word : `${last} ${word}`;
        if (longer.length <= width || last === "") {
            lines[lines.length - 1] = longer;
        } else {
            lines.push(word);
        }
    }
    return lines;
}

/** The beginning of a text, as much as fits into the line behind an indent. */
export function fitted(text: string, indent: number): string {
    const [line = ""] = text.split("\n");
    const width = WIDTH - indent;
    return line.length <= width ? line : `${line.slice(0, width - 1).trimEnd()}…`;
}

/** Seconds since a time, as a reader wants them. */
export function secondsSince(start: number): string {
    return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** A number with its noun: `1 resource`, `2 resources`, `no policies`. */
export function counted(count: number, one: string, several = `${one}s`): string {
    return `${count === 0 ? "no" : count} ${count === 1 ? one : several}`;
}
