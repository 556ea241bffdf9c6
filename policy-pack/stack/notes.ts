import type { Links } from "./links";
import { describeResource, type StackResource } from "./stackResource";
import { peek, type UnknownValue } from "./unknownValues";

/** What a reading of the stack could not see: values that preview does not know, and what no resource of this stack shows. */
export class Notes {
    /** The first unknown value of each resource. */
    public readonly unknowns = new Map<StackResource, UnknownValue>();
    /** Reasons why there is nothing to say about something. */
    public readonly notApplicable = new Set<string>();

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

    /** Remembers what a resource refers to and this stack does not show; `relation` is the verb: `is in subnet`. */
    public addMissing(
        resource: StackResource,
        relation: string,
        { elsewhere, unknown }: Pick<Links, "elsewhere" | "unknown">,
        consequence = "",
    ): void {
        this.addUnknown(resource, unknown);
        for (const id of elsewhere) {
            const missing = `${relation} ${id}, which is not in this stack${consequence}`;
            this.notApplicable.add(`${describeResource(resource)} ${missing}`);
        }
    }

    /** Reads one thing of a resource. A value that is unknown in preview ends this reading and no other. */
    public attempt<T>(resource: StackResource, read: () => T): T | undefined {
        const { value, unknown } = peek(read);
        this.addUnknown(resource, unknown);
        return value;
    }
}
