import { type ComponentResourceOptions, createUrn } from "@pulumi/pulumi";

import { type Checked, derive, unchecked } from "../../checks/checked";
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
    return derive(unchecked(createUrn(name, type, parent)), async (urn) =>
        mapAnswer(await lookLastOutputs(urn), ({ connection }) => connection),
    );
}
