import type { World } from "../../simulated-aws/index";

/** A change that somebody makes in AWS, behind Pulumi's back. */
export interface Drift {
    title: string;
    /** Makes it. */
    make: (world: World) => void;
    /** Whether it is there. */
    isThere: (world: World) => boolean;
    /** The step or the warning by which `preview --refresh` shows it; none where nothing in Pulumi can see it. */
    shows?: RegExp;
    /** Names of the children whose steps it causes; those of one name are tried one after the other. */
    on: string[];
    /** Takes it away by hand: no update can. */
    undo?: (world: World) => void;
}

export type Kind = keyof World["objects"];
type Objects<K extends Kind> = World["objects"][K];
type ObjectOf<K extends Kind> = Objects<K>[string];

/** Changes an object of the world. */
export function patch<K extends Kind>(
    world: World,
    kind: K,
    found: ObjectOf<K>,
    changes: Partial<ObjectOf<K>>,
): void {
    (world.objects[kind] as { [id: string]: ObjectOf<K> })[found.id] = { ...found, ...changes };
}

/** Takes objects out of the world. */
export function drop<K extends Kind>(
    world: World,
    kind: K,
    matches: (each: ObjectOf<K>) => boolean = () => true,
): void {
    for (const found of listOf(world, kind).filter(matches)) {
        Reflect.deleteProperty(world.objects[kind], found.id);
    }
}

/** All objects of a kind. */
export function listOf<K extends Kind>(world: World, kind: K): ObjectOf<K>[] {
    return Object.values(world.objects[kind] as { [id: string]: ObjectOf<K> });
}

/** The object that matches. */
export function theOne<K extends Kind>(
    world: World,
    kind: K,
    matches: (each: ObjectOf<K>) => boolean = () => true,
): ObjectOf<K> {
    const found = listOf(world, kind).find(matches);
    if (found === undefined) {
        throw new Error(`the world has no such object among its ${kind}`);
    }
    return found;
}

/** Drifts in as few rounds as can be, so that no two of a round cause steps of the same child. */
export function inRounds(drifts: Drift[]): Drift[][] {
    const rounds: Drift[][] = [];
    for (const drift of drifts) {
        const round = rounds.find((others) =>
            others.every(({ on }) => !on.some((name) => drift.on.includes(name))),
        );
        if (round === undefined) {
            rounds.push([drift]);
        } else {
            round.push(drift);
        }
    }
    return rounds;
}
