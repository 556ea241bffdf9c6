import type { Scope } from "../world/types";
import type { FunctionSchema, ResourceSchema } from "./schema";
import type { Properties, Value } from "./values";

/** What is wrong with one property before anything is sent to AWS. */
export interface CheckFailure {
    property: string;
    reason: string;
}

/** API operations behind the four steps, for error texts and for faults. */
export interface Operations {
    service: string;
    create: string;
    update?: string;
    /** Absent where deleting the resource calls nothing. */
    delete?: string;
}

/** A resource type: its properties, and what the provider makes AWS do. */
export interface ResourceModel {
    schema: ResourceSchema;
    operations: Operations;
    /** What the provider itself refuses. Unknown values are to be passed over. */
    check?(inputs: Properties): CheckFailure[];
    /** Replacement that depends on more than the property's name. */
    replaces?(property: string, olds: Properties, news: Properties): boolean;
    /** What the provider takes for the same although it is written otherwise. */
    isSame?(property: string, old: Value, now: Value): boolean;
    /** Creates it and returns its ID. */
    create(scope: Scope, inputs: Properties): string;
    /** Its outputs as AWS shows them now, or undefined when it is gone. `known` is the last known state. */
    read(scope: Scope, id: string, known: Properties): Properties | undefined;
    /** Changes it in place; `olds` is the last known state. */
    update?(scope: Scope, id: string, olds: Properties, news: Properties): void;
    /** Deletes it. `state` is the last known state. */
    delete(scope: Scope, id: string, state: Properties): void;
}

/** A look-up and its answer. */
export interface FunctionModel {
    schema: FunctionSchema;
    /** A call that begins with a small letter is no call of AWS: the provider answers by itself. */
    operations: { service: string; call: string };
    call(scope: Scope, args: Properties): Properties;
    /** Says whether it asks for what AWS makes unasked, which comes into the world when it is first looked at. */
    looksAtDefaults?(args: Properties): boolean;
}
