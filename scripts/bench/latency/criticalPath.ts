/** A call, and what has to have ended before it begins. */
export interface TimedCall {
    label: string;
    seconds: number;
    /** Places of earlier calls. */
    waits: number[];
}

/** The calls that decide how long a change takes. */
export interface CriticalPath {
    seconds: number;
    /** From the first to the last. */
    calls: TimedCall[];
}

/** The longest chain of calls, where each begins as soon as all that it waits for has ended. */
export function criticalPath(calls: TimedCall[]): CriticalPath {
    const ends: CriticalPath[] = [];
    for (const call of calls) {
        const before = longest(call.waits.flatMap((each) => ends[each] ?? []));
        ends.push({ seconds: before.seconds + call.seconds, calls: [...before.calls, call] });
    }
    return longest(ends);
}

function longest(paths: CriticalPath[]): CriticalPath {
    return paths.reduce((one, other) => (other.seconds > one.seconds ? other : one), {
        seconds: 0,
        calls: [],
    });
}
