import { Constraint, Request } from "./constraints";
import { Strangers } from "./principals";
import { TooManyValuesError } from "./representatives";
import { inOrder, listCandidates } from "./strangers";

/** Requests tried before a policy counts as too complicated to judge. */
const MOST_REQUESTS = 20_000;

/**
 * A request of a stranger that a statement allows and no other denies; undefined when there is none. What cannot be
 * said of a constraint speaks against the policy: it lets the `Allow` apply and keeps the `Deny` from applying.
 * Throws TooManyValuesError where the search does not end.
 */
export function findAdmittedRequest(
    allow: Constraint[],
    denies: Constraint[][],
    strangers: Strangers,
): Request | undefined {
    const cache = new Map<string, ReturnType<typeof listCandidates>>();
    let tried = 0;

    const candidatesFor = (key: string, request: Request) => {
        const cacheKey = JSON.stringify([key, ...[...request].sort()]);
        const candidates = cache.get(cacheKey) ?? listCandidates(key, request, strangers);
        cache.set(cacheKey, candidates);
        return candidates;
    };

    const extend = (request: Request): Request | undefined => {
        tried += 1;
        if (tried > MOST_REQUESTS) {
            throw new TooManyValuesError();
        }
        if (allow.some((constraint) => answer(constraint, request, true) === false)) {
            return undefined;
        }
        const pending = denies.filter(
            (deny) => !deny.some((constraint) => answer(constraint, request, false) === false),
        );
        if (pending.some((deny) => deny.every((each) => answer(each, request, false) === true))) {
            return undefined;
        }
        const key = findNextKey([allow, ...pending].flat(), request);
        if (key === undefined) {
            return request;
        }
        for (const values of candidatesFor(key, request)) {
            const found = extend(new Map(request).set(key, values));
            if (found !== undefined) {
                return found;
            }
        }
        return undefined;
    };

    return extend(new Map());
}

/** Whether a constraint holds, `doubtful` where that cannot be said; undefined while its keys are not settled. */
function answer(constraint: Constraint, request: Request, doubtful: boolean): boolean | undefined {
    return constraint.keys.every((key) => request.has(key))
        ? (constraint.holds(request) ?? doubtful)
        : undefined;
}

function findNextKey(constraints: Constraint[], request: Request): string | undefined {
    return constraints
        .flatMap(({ keys }) => keys)
        .flatMap(inOrder)
        .find((key) => !request.has(key));
}
