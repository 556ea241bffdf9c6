import type { Input } from "@pulumi/pulumi";

import { demand } from "../../checks/checked";
import { arrived } from "../../checks/missingAnswers";
import { text } from "../../checks/shape";
import { within } from "../../domain/problem";
import { checkFlowLogKey } from "../checkFlowLogs";
import type { ResolvedFlowLogs } from "../defaults";

/** The ARN of the key of what is created for the flow log, once it has come; undefined where none was given. */
export function verifyFlowLogKey({ kmsKeyId }: ResolvedFlowLogs): Input<string> | undefined {
    // A plain one has been checked with the other arguments.
    return kmsKeyId === undefined || typeof kmsKeyId === "string"
        ? kmsKeyId
        : demand(
              arrived<string>(kmsKeyId, {
                  path: "flowLogs.kmsKeyId",
                  shape: text,
                  mocked: "",
                  checkSpelling: (arn) => within("flowLogs", checkFlowLogKey(arn)),
              }),
          );
}
