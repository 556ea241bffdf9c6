import { type Case, compliant, type Example } from "../../support/example";
import { keyPolicy, kmsKey, REGION } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** A log group with a key of the stack, which lets CloudWatch Logs use it or not. */
function withKey(service?: string): Case {
    const key = kmsKey({ policy: keyPolicy(service) });
    return compliant({ logGroup: { kmsKeyId: outputOf(key, "arn") } }, () => [key]);
}

export const example: Example = {
    about: "key",
    wrong: () => withKey(),
    right: () => withKey(`logs.${REGION}.amazonaws.com`),
};
