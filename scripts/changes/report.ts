import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Gap } from "./judge";
import type { Documented, Row } from "./row";
import type { Outcome } from "./scene";

/** The figures of all changes together. */
export interface Total {
    changes: number;
    worlds: number;
    /** Gaps that no preview can say and sdk/README.md does; they count as announced. */
    documented: number;
    /** Names lost though some order of the same calls would have kept them, and updates of which a preview says the wrong thing. */
    lost: number;
    forced: number;
    announced: number;
}

/** What there is to say of a change, and its figures. */
export function report(row: Row, outcome: Outcome): { lines: string[]; total: Total } {
    const { verdict, messages, refusedInPreview, refusedInUpdate } = outcome;
    const taken = (gap: Gap): boolean => gap.isForced || row.accepted !== undefined;
    const written = isWritten(row.documented) ? wordsOf(row.documented) : undefined;
    const announcementOf = (gap: Gap) => findAnnouncement(gap, messages) ?? written;
    const lost = verdict.gaps.filter((gap) => !taken(gap));
    const forced = verdict.gaps.filter(taken);
    const announced = forced.map(announcementOf).filter((line) => line !== undefined);
    const isRefused = refusedInPreview.length > 0;
    const isWrong = isRefused !== (row.isRefused ?? false);
    return {
        lines: [
            row.title,
            `  ${verdict.worlds} worlds, ${verdict.names} names, ${lost.length} lost, ` +
                `${forced.length} forced, ${announced.length} announced`,
            ...refusedInPreview.map((line) => `  refused in preview: ${line}`),
            ...(isWrong ? [`  ${isRefused ? "REFUSED" : "TAKEN"}, and it should not be`] : []),
            ...refusedInUpdate.map((line) => `  FAILS IN UP: ${line}`),
            ...lost.map((gap) => `  LOST: ${describe(gap)}`),
            ...forced.map((gap) => {
                const by = gap.isForced ? "by AWS" : `: ${row.accepted}`;
                const line = announcementOf(gap) ?? "NOT ANNOUNCED";
                return `  forced ${by}: ${describe(gap)}\n    ${line}`;
            }),
        ],
        total: {
            changes: 1,
            worlds: verdict.worlds,
            lost: lost.length + refusedInUpdate.length + (isWrong ? 1 : 0),
            forced: forced.length,
            announced: announced.length,
            documented: announced.filter((line) => line === written).length,
        },
    };
}

/** The figures of no change. */
export const NOTHING: Total = {
    changes: 0,
    worlds: 0,
    lost: 0,
    forced: 0,
    announced: 0,
    documented: 0,
};

/** Whether nothing is lost but what AWS forces and previews say. */
export function isSafe({ lost, forced, announced }: Total): boolean {
    return lost === 0 && announced === forced;
}

/** The figures of two runs together. */
export function add(a: Total, b: Total): Total {
    return {
        changes: a.changes + b.changes,
        worlds: a.worlds + b.worlds,
        lost: a.lost + b.lost,
        forced: a.forced + b.forced,
        announced: a.announced + b.announced,
        documented: a.documented + b.documented,
    };
}

/** The last lines: what all changes come to. */
export function summary({ changes, worlds, lost, forced, announced, documented }: Total): string[] {
    return [
        ...(documented === 0
            ? []
            : [`${documented} of the gaps are announced by sdk/README.md only`]),
        `${changes} changes, ${worlds} worlds, ${lost} lost, ${forced} forced gaps, ${announced} announced`,
    ];
}

/** Whether a sentence stands in the package's README, in whichever lines. */
function isWritten(documented: Documented | undefined): documented is Documented {
    const text = readFileSync(join(__dirname, "..", "..", "sdk", "README.md"), "utf8");
    return documented !== undefined && text.replace(/\s+/g, " ").includes(documented.sentence);
}

function wordsOf({ because, sentence }: Documented): string {
    return `by no preview, because ${because}; sdk/README.md says: ${sentence}`;
}

/** A line of the preview announces a gap where it names the host name and the VPC. */
function findAnnouncement({ question }: Gap, messages: string[]): string | undefined {
    const { hostName, client } = question;
    return messages.find((line) => line.includes(hostName) && line.includes(client.vpcId));
}

function describe({ question: { client, hostName, type }, made }: Gap): string {
    return `${client.name}, ${hostName} ${type}, after ${made.join(", ") || "nothing"}`;
}
