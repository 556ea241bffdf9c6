import type { PolicyPrincipal } from "../language/document";
import { matches, toPattern } from "../language/pattern";

/** Who makes a request: account, and ARN as `aws:PrincipalArn` holds it. */
interface Caller {
    account: string;
    arn: string;
}

/** Whether a principal element names the AWS principal that makes a request; undefined where that cannot be said. */
export function namesCaller(principal: PolicyPrincipal, caller: Caller): boolean | undefined {
    if (principal === "*") {
        return true;
    }
    const answers = Object.entries(principal).flatMap(([type, identifiers]) =>
        identifiers.map((identifier) => {
            switch (type) {
                case "AWS":
                    return namesPrincipal(identifier, caller);
                case "Federated":
                    // A provider of an account is that account's; of a public one, anybody may be a user.
                    return /^arn:[^:]*:iam::\d{12}:/.test(identifier) ? false : undefined;
                case "Service":
                case "CanonicalUser":
                    return false;
                default:
                    return undefined;
            }
        }),
    );
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function namesPrincipal(identifier: string, { account, arn }: Caller): boolean | undefined {
    if (identifier === "*" || identifier === account || identifier === arn) {
        return true;
    }
    const root = /^arn:[^:]*:iam::(\d{12}):root$/.exec(identifier);
    if (root !== null) {
        return root[1] === account;
    }
    // Sessions have an ARN beside their role's, and AWS takes no wildcards here: neither is certain to name anybody.
    const session = /^arn:[^:]*:sts::(\d{12}):/.exec(identifier);
    return session?.[1] === account || matches(toPattern(identifier, "wildcards"), arn)
        ? undefined
        : false;
}
