import { formatProblem, type Problem } from "eks-privatelink/domain";

import { Notes } from "../stack/notes";
import { describeResource, pathInProgram, type StackResource } from "../stack/stackResource";

/** What is said about one resource. */
export interface Finding {
    resource: StackResource;
    message: string;
    /** Says it at this level, whatever the level of the policy. */
    enforcementLevel?: "advisory";
}

/** What a policy finds in one run: violations, beside what it could not see. */
export class Findings extends Notes {
    public readonly violations: Finding[] = [];

    /** `corrected` has the URNs of the resources that the policy has put right itself. */
    public constructor(public readonly corrected: ReadonlySet<string> = new Set()) {
        super();
    }

    /** Reports a resource. The same words about the same resource are said once. */
    public report(
        resource: StackResource,
        problem: Problem | string,
        enforcementLevel?: "advisory",
    ): void {
        const reason =
            typeof problem === "string"
                ? problem
                : formatProblem({ ...problem, path: pathInProgram(resource, problem.path) });
        const message = `${describeResource(resource)}: ${reason}`;
        const said = this.violations.some(
            (other) => other.resource === resource && other.message === message,
        );
        if (!said) {
            this.violations.push({ resource, message, enforcementLevel });
        }
    }

    /** Reports each problem of a resource. */
    public reportAll(resource: StackResource, problems: Problem[]): void {
        for (const problem of problems) {
            this.report(resource, problem);
        }
    }
}
