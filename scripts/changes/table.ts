import type { Forgets } from "./registrar";
import type { Row } from "./row";
import { AWSX } from "./rows/awsx";
import { CONSUMERS } from "./rows/consumers";
import { EXAMPLE_ROWS } from "./rows/examples";
import { HUBS } from "./rows/hubs";
import { INBOUND_DNS } from "./rows/inboundDns";
import { MOVES } from "./rows/moves";
import { SETS } from "./rows/sets";
import { type Outcome, Scene } from "./scene";

/** What the checker is asked about, without any engine. */
export const TABLE: Row[] = [
    ...SETS,
    ...HUBS,
    ...CONSUMERS,
    ...INBOUND_DNS,
    ...MOVES,
    ...EXAMPLE_ROWS,
];

/** What it is asked about as well where there is an engine, whose calls it takes. */
export const ON_ENGINE: Row[] = AWSX;

/** What becomes of a change; `forgets` as of a scene. */
export async function judgeRow(row: Row, forgets?: Forgets): Promise<Outcome> {
    const scene = await Scene.create(forgets);
    await row.prepare(scene);
    return scene.judge(row, ...(row.later ?? []));
}
