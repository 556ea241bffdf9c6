import type { IamRequest } from "./requests/asked";

/** Services that the SDK's errors call by other names than the prefix in upper case. */
const NAMES: { [prefix: string]: string } = {
    iam: "IAM",
    logs: "CloudWatch Logs",
    organizations: "Organizations",
    route53: "Route 53",
    route53profiles: "Route53Profiles",
    route53resolver: "Route53Resolver",
    tag: "Resource Groups Tagging API",
};

/** Codes of a refusal that differ from the one of most services. */
const CODES: { [prefix: string]: string } = {
    ec2: "UnauthorizedOperation",
    iam: "AccessDenied",
    route53: "AccessDenied",
    s3: "AccessDenied",
};

/** AWS's answer to a caller without the right, as the provider passes it on. */
export function refusal(
    call: string,
    { action, resource }: IamRequest,
    account: string,
    kind: "implicit" | "explicit",
): Error {
    const [prefix = "", operation = ""] = call.split(":");
    const caller = `arn:aws:sts::${account}:assumed-role/deployer/session`;
    const why =
        kind === "explicit"
            ? "with an explicit deny in an identity-based policy"
            : `because no identity-based policy allows the ${action} action`;
    const opening = prefix === "ec2" ? "You are not authorized to perform this operation. " : "";
    const text = `${opening}User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
    return new Error(
        `operation error ${NAMES[prefix] ?? prefix.toUpperCase()}: ${operation}, api error ${CODES[prefix] ?? "AccessDeniedException"}: ${text}`,
    );
}
