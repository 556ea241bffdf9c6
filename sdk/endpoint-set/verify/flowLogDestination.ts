import type { Input } from "@pulumi/pulumi";

import { type Checked, demand, derive, passing, together, unchecked } from "../../checks/checked";
import { arrived } from "../../checks/missingAnswers";
import { text } from "../../checks/shape";
import { FlowLogDestination } from "../../domain/flowLogs";
import { within } from "../../domain/problem";
import type { CallerInfo } from "../../lookups/caller";
import { checkDestinationArn, checkStreamOwner } from "../checkFlowLogs";
import type { ResolvedFlowLogs } from "../defaults";

/** The ARN of a destination of the user's own, once it has come and is known to be one that AWS takes; undefined where none was given. */
export function verifyDestination(
    { destinationArn, destination }: ResolvedFlowLogs,
    caller: Checked<CallerInfo>,
): Input<string> | undefined {
    const isPlain = typeof destinationArn === "string";
    const isStream = destination === FlowLogDestination.KinesisDataFirehose;
    if (destinationArn === undefined || (isPlain && !isStream)) {
        return destinationArn;
    }
    // A plain one has been checked with the other arguments.
    const arn: Checked<string> = isPlain
        ? unchecked(destinationArn)
        : arrived<string>(destinationArn, {
              path: "flowLogs.destinationArn",
              shape: text,
              mocked: "",
              checkSpelling: (known) => within("flowLogs", checkDestinationArn(known, destination)),
          });
    return demand(isStream ? verifyOwner(arn, caller) : arn);
}

function verifyOwner(arn: Checked<string>, caller: Checked<CallerInfo>): Checked<string> {
    const judged = passing(together(arn, caller), ([known, { accountId, isMocked }]) =>
        isMocked === true ? [] : within("flowLogs", checkStreamOwner(known, accountId)),
    );
    return derive(judged, ([known]) => known);
}
