import Table from "cli-table3";

import { styled } from "../text";

/** A table as text, indented. Equal cells below each other in the first columns are shown once. */
export function table(head: string[], rows: string[][], grouped = 0): string {
    const drawn = new Table({
        head: head.map((cell) => styled("bold", cell)),
        style: { head: [], border: [], compact: true },
    });
    drawn.push(
        ...rows.map((row, i) => row.map((cell, column) => shown(cell, column, rows[i - 1]))),
    );

    function shown(cell: string, column: number, above: string[] | undefined): string {
        return column < grouped && above?.[column] === cell ? "" : cell;
    }
    return drawn.toString().replace(/^/gm, "  ");
}
