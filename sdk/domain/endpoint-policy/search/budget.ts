/** Thrown when a question would take too long to answer. */
export class TooComplicatedError extends Error {}

/** Enough for any policy of 20,480 characters unless its wildcards and conditions multiply; a second or two of work. */
const MOST_STEPS = 5_000_000;

/** What may be spent on judging one policy, so that the oddest one cannot hold up a deployment. */
export class Budget {
    private left = MOST_STEPS;

    /** Takes some steps off; throws TooComplicatedError when none are left. */
    public spend(steps: number): void {
        this.left -= steps;
        if (this.left < 0) {
            throw new TooComplicatedError();
        }
    }
}
