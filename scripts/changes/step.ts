import type { World } from "../../simulated-aws/index";

/** AWS between two calls. */
export interface Place {
    world: World;
    /** Endpoints that are created and do not answer yet. */
    pending: ReadonlySet<string>;
}

/** A call of the engine, or the end of AWS's work on one: what changes the world at one moment. */
export interface Step {
    /** For example `create eks-oidc-eks`. */
    label: string;
    /** Type of the resource. */
    type: string;
    /** Its properties as the call leaves them, or as it finds what it deletes. */
    properties: Properties;
    /** Places of the steps that have to be made before. */
    waits: number[];
    /** What the call told when the change was planned. */
    made: Partial<Made>;
    /** Makes the call, and tells what it made. Throws what AWS refuses. */
    act(place: Place): Promise<Partial<Made>>;
}

/** What a call tells of the resource. */
export interface Made {
    id: string;
    outputs: Properties;
}

/** Properties of a resource, as the provider has them. */
export interface Properties {
    [property: string]: unknown;
}

/** Whether a step is the end of AWS's work on what was created, and no call. */
export function isEnd({ label }: Pick<Step, "label">): boolean {
    return label.endsWith(" is available");
}

/** A place that can be changed without the other one. */
export function copyPlace({ world, pending }: Place): Place {
    const tables = Object.entries(world.objects).map(([kind, table]) => [kind, { ...table }]);
    return {
        // Objects are never changed in place, so a new table of the same ones is enough.
        world: { ...world, objects: Object.fromEntries(tables) as World["objects"] },
        pending: new Set(pending),
    };
}

/** The place after a step, or why AWS refuses it. */
async function after(place: Place, step: Step): Promise<Place | { refused: string }> {
    const next = copyPlace(place);
    try {
        await step.act(next);
        return next;
    } catch (error) {
        return { refused: error instanceof Error ? error.message : String(error) };
    }
}

/** For each step all that it waits for, at first and at second hand. */
export function prerequisites(steps: Step[]): Set<number>[] {
    const needs: Set<number>[] = [];
    for (const { waits } of steps) {
        needs.push(new Set(waits.flatMap((each) => [each, ...(needs[each] ?? [])])));
    }
    return needs;
}

/** The place after some of the steps, one after the other, or why AWS refuses one of them. */
export async function makeAll(
    place: Place,
    steps: Step[],
    indices: number[],
): Promise<Place | { refused: string }> {
    let reached: Place | { refused: string } = place;
    for (const index of indices) {
        const step = steps[index];
        if (step === undefined || "refused" in reached) {
            break;
        }
        reached = await after(reached, step);
    }
    return reached;
}
