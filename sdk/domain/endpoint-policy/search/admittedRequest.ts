import { rankKey } from "../language/conditionKeys";
import type { KeyValues } from "../language/operators";
import type { Callers } from "./callers";
import { inOrder, listCandidates, listSettledBy } from "./candidates";
import type { Constraint, Request } from "./constraints";

/** Keys whose values made a search fail: with others for all the rest it would have failed just the same. */
type Conflict = Set<string>;

/**
 * A request of a stranger that a statement allows and no other denies; undefined when there is none. What cannot be
 * said of a constraint speaks against the policy: it lets the `Allow` apply and keeps the `Deny` from applying.
 * Throws TooComplicatedError where the search does not end.
 *
 * A depth-first search over the values of one key after the other, which on failure goes back at once to the last key
 * that had to do with it.
 */
export function findAdmittedRequest(
    allow: Constraint[],
    denies: Constraint[][],
    callers: Callers,
): Request | undefined {
    const search = new Search(allow, denies, callers);
    const found = search.extend(new Map());
    return found instanceof Map ? found : undefined;
}

class Search {
    private readonly cache = new Map<string, KeyValues[]>();
    private readonly influences = new Map<string, string[]>();

    public constructor(
        private readonly allow: Constraint[],
        private readonly denies: Constraint[][],
        private readonly callers: Callers,
    ) {}

    /** The request completed so that it is admitted, or why that is impossible. */
    public extend(request: Request): Request | Conflict {
        const { allow, denies } = this;
        this.callers.vocabulary.budget.spend(1 + allow.length + denies.length);
        const refused = allow.find((constraint) => answer(constraint, request, true) === false);
        if (refused !== undefined) {
            return new Set(refused.keys);
        }
        const pending = denies.filter(
            (deny) => !deny.some((constraint) => answer(constraint, request, false) === false),
        );
        const denied = pending.find((deny) =>
            deny.every((constraint) => answer(constraint, request, false) === true),
        );
        if (denied !== undefined) {
            return new Set(denied.flatMap(({ keys }) => keys));
        }
        const key = findNextKey([allow, ...pending], request);
        return key === undefined ? request : this.tryValues(key, request);
    }

    private tryValues(key: string, request: Request): Request | Conflict {
        const influences = this.listInfluences(key);
        const conflict: Conflict = new Set(influences);
        for (const values of this.listCandidates(key, request, influences)) {
            const found = this.extend(new Map(request).set(key, values));
            if (found instanceof Map || !found.has(key)) {
                return found;
            }
            found.forEach((each) => conflict.add(each));
        }
        conflict.delete(key);
        return conflict;
    }

    /** The keys that decide which values of a key are worth trying. */
    private listInfluences(key: string): string[] {
        const known = this.influences.get(key);
        if (known !== undefined) {
            return known;
        }
        const others = new Set([...listSettledBy(key), ...inOrder(key)]);
        for (const other of others) {
            for (const template of this.callers.vocabulary.templates) {
                if (template.key === other || template.variables.includes(other)) {
                    [template.key, ...template.variables].forEach((each) => others.add(each));
                }
            }
        }
        others.delete(key);
        this.influences.set(key, [...others]);
        return [...others];
    }

    private listCandidates(key: string, request: Request, influences: string[]): KeyValues[] {
        const settled = influences.map((other) => request.has(other) && [request.get(other)]);
        const cacheKey = JSON.stringify([key, settled]);
        const candidates = this.cache.get(cacheKey) ?? listCandidates(key, request, this.callers);
        this.cache.set(cacheKey, candidates);
        return candidates;
    }
}

/** Whether a constraint holds, `doubtful` where that cannot be said; undefined while its keys are not settled. */
function answer(constraint: Constraint, request: Request, doubtful: boolean): boolean | undefined {
    return constraint.keys.every((key) => request.has(key))
        ? (constraint.holds(request) ?? doubtful)
        : undefined;
}

/** The key that is likeliest to settle something: one that says who calls, or of the statement with fewest left open. */
function findNextKey(statements: Constraint[][], request: Request): string | undefined {
    const open = statements
        .map((constraints) =>
            constraints.flatMap(({ keys }) => keys).filter((key) => !request.has(key)),
        )
        .sort((a, b) => a.length - b.length)
        .flat();
    const best = Math.min(...open.map(rankKey));
    const [next] = open.filter((key) => rankKey(key) === best);
    return next && inOrder(next).find((key) => !request.has(key));
}
