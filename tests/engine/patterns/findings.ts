import * as path from "node:path";
import type { Run } from "../testStack";

/** The policy pack as a user installs it. */
export const PACK = path.join(
    __dirname,
    "..",
    "..",
    "..",
    "node_modules",
    "eks-privatelink-policies",
);

/** What policies said in a run, each as `policy level resource`. */
export function findingsOf({ violations }: Run): string[] {
    return violations.map(({ policy, level, resource }) => `${policy} ${level} ${resource}`).sort();
}
