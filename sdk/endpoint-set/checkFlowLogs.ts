import { checkBucketFolder, findStreamAccount } from "../domain/deliveryParts";
import {
    AGGREGATION_INTERVALS,
    checkLogFormat,
    checkRetention,
    FlowLogDestination,
} from "../domain/flowLogs";
import { type Problem, problem, within } from "../domain/problem";
import { describeGiven } from "../domain/wording";
import type { ResolvedFlowLogs } from "./defaults";

/** Everything that is wrong with the flow log arguments as far as they are known. */
export function checkFlowLogs(flowLogs: ResolvedFlowLogs): Problem[] {
    return within("flowLogs", [
        ...checkRetention(flowLogs.retentionInDays, flowLogs.destination),
        ...checkInterval(flowLogs.maxAggregationInterval),
        ...checkLogFormat(flowLogs.logFormat),
        ...checkDestination(flowLogs),
        ...(typeof flowLogs.kmsKeyId === "string" ? checkFlowLogKey(flowLogs.kmsKeyId) : []),
        ...checkContradictions(flowLogs),
    ]);
}

function checkInterval(seconds: number): Problem[] {
    return AGGREGATION_INTERVALS.includes(seconds)
        ? []
        : problem(
              "maxAggregationInterval",
              `${seconds} is no interval of a flow log; allowed: ${AGGREGATION_INTERVALS.join(", ")} seconds`,
          );
}

const DESTINATIONS: { [destination in FlowLogDestination]: { what: string; arn: RegExp } } = {
    "cloud-watch-logs": {
        what: "a log group",
        arn: /^arn:[a-z0-9-]+:logs:[^:]+:\d{12}:log-group:/,
    },
    s3: { what: "a bucket", arn: /^arn:[a-z0-9-]+:s3:::./ },
    "kinesis-data-firehose": {
        what: "a delivery stream",
        arn: /^arn:[a-z0-9-]+:firehose:[^:]+:\d{12}:deliverystream\/./,
    },
};

function checkDestination(flowLogs: ResolvedFlowLogs): Problem[] {
    const { destination, destinationArn, existingFlowLogId, enabled } = flowLogs;
    const path = "destinationArn";
    if (destinationArn === undefined) {
        return destination === FlowLogDestination.KinesisDataFirehose &&
            enabled &&
            existingFlowLogId === undefined
            ? problem(path, `is missing; "${destination}" needs the ARN of a delivery stream`)
            : [];
    }
    return typeof destinationArn === "string"
        ? checkDestinationArn(destinationArn, destination)
        : [];
}

/** Problems of the ARN of a destination; the path is the argument's name. */
export function checkDestinationArn(given: string, destination: FlowLogDestination): Problem[] {
    const { what, arn } = DESTINATIONS[destination];
    const reason = `"${given}" is not the ARN of ${what}, which "${destination}" needs`;
    if (!arn.test(given)) {
        return problem("destinationArn", reason);
    }
    return destination === FlowLogDestination.S3 ? checkBucketFolder("destinationArn", given) : [];
}

/** What AWS refuses of a delivery stream for the account that it belongs to; the path is the argument's name. */
export function checkStreamOwner(destinationArn: string, ofLog: string): Problem[] {
    const ofStream = findStreamAccount(destinationArn);
    return ofStream === undefined || ofStream === ofLog
        ? []
        : problem(
              "destinationArn",
              `is a stream of account ${ofStream}, and the flow log belongs to account ${ofLog}: AWS delivers there only as a ` +
                  "role in each of the two, which are yours to make; give a stream of the flow log's account, or make the " +
                  "flow log with an aws.ec2.FlowLog of your own and name it in existingFlowLogId",
          );
}

/**
 * Problems of the key of a log group or bucket; the path is the argument's name. Sources: the CloudWatch Logs guide,
 * "Encrypt log data using AWS KMS"; the VPC guide, "Required key policy for use with SSE-KMS": by an ID nothing is delivered.
 */
export function checkFlowLogKey(given: string): Problem[] {
    const reason =
        `${describeGiven(given)} is not the ARN of a KMS key; give the ARN of a customer managed key, ` +
        "arn:aws:kms:<region>:<account>:key/<id>, and neither an ID nor an alias";
    return /^arn:[a-z0-9-]+:kms:[^:]+:\d{12}:key\/[\w-]+$/.test(given)
        ? []
        : problem("kmsKeyId", reason);
}

function checkContradictions(flowLogs: ResolvedFlowLogs): Problem[] {
    const { enabled, existingFlowLogId, destination, destinationArn, given } = flowLogs;
    const useless = (names: string[], why: string): Problem[] =>
        given
            .filter((name) => names.includes(name))
            .flatMap((path) =>
                problem(path, `has no effect, because ${why}; remove one of the two`),
            );
    const others = given.filter((name) => name !== "enabled" && name !== "existingFlowLogId");
    if (!enabled) {
        return useless([...others, "existingFlowLogId"], "enabled is false");
    }
    if (existingFlowLogId !== undefined) {
        return useless(others, "existingFlowLogId says that a flow log is there already");
    }
    if (destinationArn !== undefined) {
        const why = "nothing is created where destinationArn is given";
        return useless(["retentionInDays", "kmsKeyId", "forceDestroy"], why);
    }
    return destination === FlowLogDestination.S3
        ? []
        : useless(
              ["forceDestroy"],
              `it is about a bucket, and the destination is "${destination}"`,
          );
}
