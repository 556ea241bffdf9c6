/** One thing to say of a value: the single shape that every check of this package returns. */
export interface Problem {
    /** Where it is, in the words of whoever gave the value: `services[2]`, `ingress.cidrBlocks[0]`. Empty for the whole value. */
    path: string;
    /** What is wrong, what was given, what is allowed, what to do. Lower case, no full stop. */
    reason: string;
    /** Whether it is only worth knowing, or could not be found out; otherwise it is certainly wrong. */
    isWarning?: boolean;
}

/** What is certainly wrong, as the list that a check returns. */
export function problem(path: string, reason: string): Problem[] {
    return [{ path, reason }];
}

/** What is worth knowing, or could not be found out, as the list that a check returns. */
export function warning(path: string, reason: string): Problem[] {
    return [{ path, reason, isWarning: true }];
}

/** The same problems seen from one level further out: `within("policyDocuments.eks", problems)`. */
export function within(prefix: string, problems: Problem[]): Problem[] {
    return problems.map((each) => ({ ...each, path: joinPath(prefix, each.path) }));
}

/** `cidrBlocks` and `[0]` join without a dot, `ingress` and `cidrBlocks` with one. */
export function joinPath(prefix: string, path: string): string {
    if (prefix === "" || path === "") {
        return prefix + path;
    }
    return path.startsWith("[") ? prefix + path : `${prefix}.${path}`;
}

/** `path: reason`, the way a problem is printed. */
export function formatProblem({ path, reason }: Problem): string {
    return path === "" ? reason : `${path}: ${reason}`;
}

/** Problems without those that another path has in the same words. */
export function withoutRepetition(problems: Problem[]): Problem[] {
    return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
