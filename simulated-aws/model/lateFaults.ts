import type { LateFault } from "../world/faults";
import type { Properties } from "./values";

/** What AWS has acted on; after a deletion the engine keeps what it had. */
interface Acted {
    id: string;
    outputs?: Properties;
}

/** The provider's wait for what AWS has begun timed out. The wording is simulated. */
export class WaitFailed extends Error {
    public constructor(
        token: string,
        step: string,
        public readonly acted: Acted,
    ) {
        super(`waiting for ${token} (${acted.id}) ${step}: timeout while waiting for the result`);
        this.name = "WaitFailed";
    }
}

/** Nobody is there to hear the answer. */
export class EngineKilled extends Error {
    public constructor() {
        super("the engine was killed on purpose");
        this.name = "EngineKilled";
    }
}

/**
 * Goes on where the engine gets the answer of a call.
 * @throws WaitFailed or EngineKilled where it does not.
 */
export function demandAnswered(late: LateFault, token: string, step: string, acted: Acted): void {
    if (late === "waitFailed") {
        throw new WaitFailed(token, step, acted);
    }
    if (late === "engineKilled") {
        throw new EngineKilled();
    }
}
