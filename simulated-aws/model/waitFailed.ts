import type { Properties } from "./values";

/** What the engine keeps of a resource that is there and did not become what it should. */
export interface Unready {
    id: string;
    outputs: Properties;
}

/** The provider's wait for what AWS has begun timed out. The wording is simulated. */
export class WaitFailed extends Error {
    public constructor(
        token: string,
        id: string,
        step: string,
        /** Absent for a deletion, after which the engine keeps what it had. */
        public readonly unready?: Unready,
    ) {
        super(`waiting for ${token} (${id}) ${step}: timeout while waiting for the result`);
        this.name = "WaitFailed";
    }
}
