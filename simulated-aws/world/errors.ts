/** An error as an AWS service answers it: a code, and a text that belongs to the service. */
export class AwsError extends Error {
    public constructor(
        public readonly code: string,
        public readonly text: string,
    ) {
        super(`${code}: ${text}`);
        this.name = "AwsError";
    }
}

/** EC2's answer for an ID that does not exist, for example `InvalidVpcID.NotFound`. */
export function notFound(code: string, what: string, id: string): AwsError {
    return new AwsError(code, `The ${what} ID '${id}' does not exist`);
}
