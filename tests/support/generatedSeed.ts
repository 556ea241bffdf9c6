import fc from "fast-check";

/** Decides which values are generated, the same in every run; GENERATED_SEED tries others. */
const SEED = Number(process.env.GENERATED_SEED ?? 20261127);

// Mocha loads this before the tests.
fc.configureGlobal({ seed: SEED });
