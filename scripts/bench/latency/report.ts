import { CHANGES, type MeasuredChange } from "./changes";
import { type CriticalPath, criticalPath } from "./criticalPath";
import { forcedCalls, keptCalls } from "./planned";

/** Highest ratio to what AWS forces that is aimed at. */
const AIM = 1;

/** The paths of one change, update by update. */
export interface Paths {
    ours: CriticalPath[];
    forced: CriticalPath[];
    terraform: CriticalPath[];
}

/** The critical path of every change, in the time that AWS takes; computed, so the machine has no part in it. */
export async function reportLatency(say: (text: string) => void): Promise<void> {
    for (const change of CHANGES) {
        say(`\n${describe(change.title, await pathsOf(change))}`);
    }
}

async function pathsOf(change: MeasuredChange): Promise<Paths> {
    const planned = await change.plan();
    return {
        ours: planned.map(({ steps }) => criticalPath(keptCalls(steps))),
        forced: planned.map(({ steps, before }) => criticalPath(forcedCalls(steps, before))),
        terraform: change.terraform.map(criticalPath),
    };
}

/** What there is to say of one change. */
export function describe(title: string, { ours, forced, terraform }: Paths): string {
    const [own, least, other] = [ours, forced, terraform].map(secondsOf) as [
        number,
        number,
        number,
    ];
    const ratio = own / least;
    return [
        `critical path of ${title}, in seconds of AWS`,
        `  ours           ${own}: ${chain(ours)}`,
        `  forced by AWS  ${least}: ${chain(forced)}`,
        `  Terraform      ${other}: ${chain(terraform)}`,
        `  ratio ${ratio.toFixed(2)}, to Terraform's module ${(own / other).toFixed(2)}; safety costs ${own - least}; ` +
            `aim at most ${AIM.toFixed(2)}: ${ratio <= AIM ? "met" : "missed"}`,
    ].join("\n");
}

function secondsOf(paths: CriticalPath[]): number {
    return paths.reduce((sum, { seconds }) => sum + seconds, 0);
}

function chain(paths: CriticalPath[]): string {
    return paths
        .map(({ calls }) =>
            calls
                .filter(({ seconds }) => seconds > 0)
                .map(({ label, seconds }) => `${label} ${seconds}`)
                .join(", "),
        )
        .join("; then ");
}
