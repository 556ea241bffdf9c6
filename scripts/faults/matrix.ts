import { engineHome } from "../../simulated-aws/index";
import { Engine } from "../../tests/engine/support";
import { findInstalledCli } from "../../tests/support/installedCli";
import { Failure } from "../failure";
import { GROUPS, worldOfAccounts } from "./cases";
import { CAUSES, disturb, type Disturbance, type Outcome } from "./disturb";
import type { FaultCase, Position } from "./faultCase";

/** Which positions are tried. */
export interface Choice {
    /** Part of the names of groups. Defaults to all. */
    group?: string;
    /** API operation. Defaults to all. */
    operation?: string;
    /** Defaults to all. */
    kinds?: Disturbance[];
    /** How many positions of each group, chosen by `seed`. Defaults to all. */
    sample?: number;
    /** Defaults to 1. */
    seed?: number;
}

/** One call of one run, disturbed in one way. */
export interface Tried extends Outcome, Position {
    group: string;
    run: string;
    kind: Disturbance;
}

/** Disturbs the chosen positions one after the other, and tells each as it is done. */
export async function tryPositions(
    { group = "", operation, kinds = KINDS, sample, seed = 1 }: Choice,
    tell: (tried: Tried) => void,
): Promise<Tried[]> {
    const all: Tried[] = [];
    const wanted = Object.entries(GROUPS).filter(([each]) => each.includes(group));
    if (wanted.length === 0) {
        throw new Failure(`--group: none of ${Object.keys(GROUPS).join(", ")} has "${group}"`);
    }
    for (const [name, record] of wanted) {
        const engine = await openEngine();
        try {
            const cases = await record(engine);
            const trials = combine(cases, kinds).filter(
                ([, position]) => operation === undefined || position.operation === operation,
            );
            const count = sample ?? (cases.some(({ isProject }) => isProject) ? KILLS : undefined);
            for (const [found, position, kind] of choose(trials, count, seed)) {
                const outcome = await disturb(engine, found, position, kind);
                const tried = { group: name, run: found.name, ...position, kind, ...outcome };
                all.push(tried);
                tell(tried);
            }
        } finally {
            engine.home.remove();
        }
    }
    return all;
}

/** How many moments to kill an engine at where nothing else is asked. */
const KILLS = 10;

const KINDS = Object.keys(CAUSES) as Disturbance[];

type Trial = [FaultCase, Position, Disturbance];

function combine(cases: FaultCase[], kinds: Disturbance[]): Trial[] {
    return cases.flatMap((found) => {
        const fitting = kinds.filter(
            (kind) => (kind === "engineKilled") === (found.isProject === true),
        );
        return found.positions.flatMap((position) =>
            fitting.map((kind): Trial => [found, position, kind]),
        );
    });
}

/** As many as wanted, the same for the same seed. */
function choose<T>(all: T[], count: number | undefined, seed: number): T[] {
    let state = seed;
    const next = (): number => {
        // A linear congruential generator; the numbers are those of Numerical Recipes.
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return state;
    };
    return count === undefined
        ? all
        : all
              .map((each) => ({ each, order: next() }))
              .sort((a, b) => a.order - b.order)
              .slice(0, count)
              .map(({ each }) => each);
}

async function openEngine(): Promise<Engine> {
    const cli = await findInstalledCli();
    if (cli === undefined) {
        throw new Failure("there is no Pulumi CLI; install one, or put it on the PATH");
    }
    return new Engine(cli, await engineHome({ world: worldOfAccounts() }));
}
