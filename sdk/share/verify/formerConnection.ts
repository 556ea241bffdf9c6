import { type ComponentResourceOptions, createUrn } from "@pulumi/pulumi";

import { type Checked, derive, unchecked } from "../../checks/checked";
import { whenKnown } from "../../checks/sdkInternals";
import { type Answer, mapAnswer } from "../../lookups/lookup";
import { lookLastOutputs } from "../../lookups/ownStack";

/** The connection that a share gave other stacks after the last update. */
export type FormerConnection = Checked<Answer<unknown>>;

/** Reads it from the stack's own last state, which has to be done before the share registers itself anew. */
export function readFormerConnection(
    name: string,
    type: string,
    { parent }: ComponentResourceOptions,
): FormerConnection {
    // A promise, because an Output made of the parent's URN waits for all children of the parent, and so for those which
    // are made with this share's connection.
    const urn = whenKnown(createUrn(name, type, parent));
    return derive(unchecked(urn), async (known) =>
        mapAnswer(await lookLastOutputs(known ?? ""), ({ connection }) => connection),
    );
}
