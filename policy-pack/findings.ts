import { formatProblem, Problem } from "eks-privatelink/domain";

import { describeResource, StackResource } from "./stack/stackResource";
import { peek, UnknownValue } from "./stack/unknownValues";

/** What is said about one resource. */
export interface Finding {
    resource: StackResource;
    message: string;
    /** Says it at this level, whatever the level of the policy. */
    enforcementLevel?: "advisory";
}

/** What a policy finds in one run: violations, values it could not know, cases it does not cover. */
export class Findings {
    public readonly violations: Finding[] = [];
    /** The first unknown value of each resource. */
    public readonly unknowns = new Map<StackResource, UnknownValue>();
    /** Reasons why the policy has nothing to say about something. */
    public readonly notApplicable = new Set<string>();

    /** Reports a resource. The same words about the same resource are said once. */
    public report(
        resource: StackResource,
        problem: Problem | string,
        enforcementLevel?: "advisory",
    ): void {
        const reason = typeof problem === "string" ? problem : formatProblem(problem);
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

    /** Remembers that a value could not be known; what depends on it stays unjudged. The first counts. */
    public addUnknown(resource: StackResource, ...errors: (UnknownValue | undefined)[]): void {
        const [error] = errors.filter((each) => each !== undefined);
        if (error !== undefined && !this.unknowns.has(resource)) {
            this.unknowns.set(resource, error);
        }
    }

    /** Remembers the same for several resources. */
    public addUnknowns(unknowns: Map<StackResource, UnknownValue>): void {
        for (const [resource, error] of unknowns) {
            this.addUnknown(resource, error);
        }
    }

    /** Judges one thing about a resource. A value that is unknown in preview ends this judgement and no other. */
    public attempt<T>(resource: StackResource, judge: () => T): T | undefined {
        const { value, unknown } = peek(judge);
        this.addUnknown(resource, unknown);
        return value;
    }
}
