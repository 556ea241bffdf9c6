import type { Input } from "@pulumi/pulumi";

import { demand } from "../../checks/checked";
import { arrived } from "../../checks/missingAnswers";
import { text } from "../../checks/shape";
import { within } from "../../domain/problem";
import { checkDestinationArn } from "../checkFlowLogs";
import type { ResolvedFlowLogs } from "../defaults";

/** The ARN of a destination of the user's own, once it has come; undefined where none was given. */
export function verifyDestination({
    destinationArn,
    destination,
}: ResolvedFlowLogs): Input<string> | undefined {
    // A plain one has been checked with the other arguments.
    return destinationArn === undefined || typeof destinationArn === "string"
        ? destinationArn
        : demand(
              arrived<string>(destinationArn, {
                  path: "flowLogs.destinationArn",
                  shape: text,
                  mocked: "",
                  checkSpelling: (arn) => within("flowLogs", checkDestinationArn(arn, destination)),
              }),
          );
}
