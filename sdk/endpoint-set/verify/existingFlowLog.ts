import type { Input } from "@pulumi/pulumi";

import { demand } from "../../checks/checked";
import { arrived } from "../../checks/missingAnswers";
import { isLater, text } from "../../checks/shape";
import type { ResolvedFlowLogs } from "../defaults";

/** The ID of a flow log that is there already, once it has come: without one the VPC would have none at all. */
export function verifyExistingFlowLog({
    existingFlowLogId,
}: ResolvedFlowLogs): Input<string> | undefined {
    return existingFlowLogId === undefined || !isLater(existingFlowLogId)
        ? existingFlowLogId
        : demand(
              arrived<string>(existingFlowLogId, {
                  path: "flowLogs.existingFlowLogId",
                  shape: text,
                  mocked: "",
              }),
          );
}
