import { FlowLogDestination } from "./flowLogs";
import { type Problem, problem } from "./problem";

/** What of a flow log's delivery is given. */
export interface DeliveryParts {
    logDestination: boolean;
    iamRoleArn: boolean;
    deliverCrossAccountRole: boolean;
}

/**
 * What AWS refuses of a destination and a role together: it writes to a bucket under its own name, to a log group as the
 * role. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html, read 2026-11-26.
 */
export function checkDeliveryParts(
    destination: string,
    has: Pick<DeliveryParts, "logDestination" | "iamRoleArn">,
): Problem[] {
    const missing = has.logDestination
        ? []
        : problem(
              "logDestination",
              `is left out, and AWS refuses a flow log that goes to ${destination} without one; give the ARN of the destination`,
          );
    return [...missing, ...checkRole(destination, has.iamRoleArn)];
}

function checkRole(destination: string, hasRole: boolean): Problem[] {
    if (destination === FlowLogDestination.S3 && hasRole) {
        const reason =
            "is given, and AWS refuses a role for a flow log that goes to s3, because the bucket's policy lets the " +
            "log delivery service in; leave it out";
        return problem("iamRoleArn", reason);
    }
    if (destination === FlowLogDestination.CloudWatchLogs && !hasRole) {
        const reason =
            "is left out, and AWS refuses a flow log that goes to cloud-watch-logs without a role; give one that " +
            "vpc-flow-logs.amazonaws.com may assume";
        return problem("iamRoleArn", reason);
    }
    return [];
}

/**
 * What AWS refuses of the folder in a bucket's ARN: it puts `AWSLogs` below it itself.
 * Source: as above.
 */
export function checkBucketFolder(path: string, logDestination: string): Problem[] {
    const [, ...folders] = logDestination.split("/");
    const reason =
        "names the folder AWSLogs, and AWS refuses that, because it makes a folder of this name itself; " +
        "give the ARN of the bucket, or of a folder of another name in it";
    return folders.includes("AWSLogs") ? problem(path, reason) : [];
}

/** The account of a delivery stream by its ARN; undefined for any other text. */
export function findStreamAccount(arn: string): string | undefined {
    return /^arn:[^:]+:firehose:[^:]*:(\d{12}):/.exec(arn)?.[1];
}

/**
 * What AWS refuses of a delivery stream that belongs to another account than the flow log: it delivers there as one role
 * after the other. Source: as above, and https://docs.aws.amazon.com/vpc/latest/userguide/firehose-cross-account-delivery.html.
 */
export function checkStreamAccount(
    accounts: { ofStream: string; ofLog: string },
    has: Pick<DeliveryParts, "iamRoleArn" | "deliverCrossAccountRole">,
): Problem[] {
    const { ofStream, ofLog } = accounts;
    if (ofStream === ofLog) {
        return [];
    }
    const why = `is left out, and AWS delivers to a stream of account ${ofStream} only as a role in each of the two accounts`;
    return [
        ...(has.iamRoleArn
            ? []
            : problem(
                  "iamRoleArn",
                  `${why}; give one of account ${ofLog} that delivery.logs.amazonaws.com may assume`,
              )),
        ...(has.deliverCrossAccountRole
            ? []
            : problem(
                  "deliverCrossAccountRole",
                  `${why}; give one of account ${ofStream} that the role in iamRoleArn may assume`,
              )),
    ];
}
