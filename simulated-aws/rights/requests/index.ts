import { type Asked, type IamRequest, onAny, type RequestsByCall } from "./asked";
import { ec2 } from "./ec2";
import { iam } from "./iam";
import { logs } from "./logs";
import { resolver } from "./resolver";
import { route53 } from "./route53";
import { s3 } from "./s3";
import { sharing } from "./sharing";

const requests: RequestsByCall = {
    ...ec2,
    ...iam,
    ...logs,
    ...s3,
    ...route53,
    ...sharing,
    ...resolver,
};

/** What IAM is asked for a call. */
export function requestsOf(call: string, asked: Asked): IamRequest[] {
    return requests[call]?.(asked) ?? onAny(call);
}
