import type { WorldStore } from "./store";

/** Longest wait before a change, in milliseconds. */
const LONGEST = 120;

/** A world whose changes wait at random, by a seed, so that calls which wait for nothing are made in another order. */
export function delayed(store: WorldStore, seed: number): WorldStore {
    let state = seed;
    const next = (): number => {
        state = (state * 48_271) % 2_147_483_647;
        return (state / 2_147_483_647) * LONGEST;
    };
    return {
        read: (ask) => store.read(ask),
        change: async (act) => {
            await new Promise((resolve) => setTimeout(resolve, next()));
            return store.change(act);
        },
    };
}
