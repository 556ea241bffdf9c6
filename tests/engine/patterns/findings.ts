import type { Run } from "../testStack";

/** What policies said in a run, each as `policy level resource`. */
export function findingsOf({ violations }: Run): string[] {
    return violations.map(({ policy, level, resource }) => `${policy} ${level} ${resource}`).sort();
}
