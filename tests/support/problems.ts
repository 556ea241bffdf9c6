import type { Problem } from "eks-privatelink/domain";

/** A check whose findings are sorted: what is certainly wrong, and the text of each warning. */
export function sorted<A extends unknown[]>(
    check: (...args: A) => Problem[],
): (...args: A) => { problems: Problem[]; warnings: string[] } {
    return (...args) => {
        const found = check(...args);
        return {
            problems: found.filter(({ isWarning }) => isWarning !== true),
            warnings: found
                .filter(({ isWarning }) => isWarning === true)
                .map(({ path, reason }) => `${path}: ${reason}`),
        };
    };
}
