import { resourceModel } from "../../simulated-aws/index";
import type { Engine } from "../../tests/engine/support";
import type { Run, TestStack } from "../../tests/engine/testStack";
import { describeWorld } from "./sameWorld";
import { type Snapshot, takeSnapshot } from "./snapshot";

/** A call that a run makes, and that may fail. */
export interface Position {
    operation: string;
    /** Name of the resource that it is made for. */
    resource: string;
}

/** What became of what a disturbed run has left. */
export interface Repaired {
    /** What is not as it should be. */
    failures: string[];
    /** Commands that a preview printed and that were run. */
    commands: string[];
}

/** A run that is disturbed at each of its calls. */
export interface FaultCase {
    name: string;
    act: "up" | "destroy";
    stack: TestStack;
    /** Makes the program what it is in this run. */
    arrange: () => void;
    /** Where the run begins. */
    begin: Snapshot;
    /** The world after the run when nothing disturbs it. */
    whole: string[];
    positions: Position[];
    /** Stacks in the order in which they are destroyed. */
    stacks: TestStack[];
    /** The world without the stacks. */
    nothing: string[];
    /** What became of worlds and states that were left before, by what they are: what is done next is the same, and so is its end. */
    known: { repaired: Map<string, Repaired>; destroyed: Map<string, string[]> };
    /** Whether the program runs in a process of its own, so that its engine can be killed. */
    isProject?: boolean;
}

/** Makes a run undisturbed, and says where it can be disturbed. */
export async function recordCase(
    engine: Engine,
    given: Pick<FaultCase, "name" | "act" | "stack" | "stacks" | "nothing" | "isProject"> & {
        arrange?: () => void;
    },
): Promise<FaultCase> {
    const { arrange = () => undefined, ...rest } = given;
    const begin = takeSnapshot(engine);
    arrange();
    const run = await given.stack[given.act]();
    if (run.errors.length > 0) {
        throw new Error(`${given.name} fails by itself: ${run.errors.join("\n")}`);
    }
    return {
        ...rest,
        arrange,
        begin,
        whole: describeWorld(engine.world),
        positions: positionsIn(run),
        known: { repaired: new Map(), destroyed: new Map() },
    };
}

/** The calls that change something in AWS, in an order that is not up to the engine: a sample of them is the same every time. */
function positionsIn({ ended }: Run): Position[] {
    const positions = ended.flatMap(({ op, name, type }): Position[] => {
        const step = /^(create|update|delete)/.exec(op)?.[1] as
            "create" | "update" | "delete" | undefined;
        if (step === undefined || !type.startsWith("aws:")) {
            return [];
        }
        const { operations } = resourceModel(type);
        const operation =
            step === "delete" ? operations.delete : (operations[step] ?? operations.create);
        return operation === undefined ? [] : [{ operation, resource: name }];
    });
    const keyOf = ({ operation, resource }: Position) => `${operation} ${resource}`;
    return positions.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
