import { fitsAction, listsAction, listServices } from "./deliveryStatements";
import { parsePolicy, type PolicyStatement } from "./endpoint-policy";
import { FLOW_LOGS_PRINCIPAL, LOG_DELIVERY_PRINCIPAL } from "./flowLogDelivery";
import { type Problem, problem } from "./problem";

/** What the log delivery service asks of a bucket. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html, read 2026-11-26. */
const WANTED: { action: string; of: "objects" | "bucket" }[] = [
    { action: "s3:PutObject", of: "objects" },
    { action: "s3:GetBucketAcl", of: "bucket" },
];

/**
 * What of a log bucket's policy keeps delivery out, whoever the flow log belongs to: no statement allows it. AWS adds its own
 * statements to a bucket when a flow log is made, but whoever writes the policy takes them away again. Source: as above.
 */
export function checkDeliveryAdmitted(policy: string): Problem[] {
    const statements = parsePolicy(policy).document?.Statement;
    const missing = WANTED.filter(
        ({ action, of }) => statements?.some((each) => admits(each, action, of)) === false,
    ).map(({ action, of }) => `${action} on ${of === "bucket" ? "the bucket" : "its objects"}`);
    return missing.length === 0
        ? []
        : problem(
              "Statement",
              `lets ${LOG_DELIVERY_PRINCIPAL} do no ${missing.join(" and no ")}, so AWS refuses the flow log, or nothing ` +
                  "arrives; allow it, bound by aws:SourceAccount",
          );
}

/**
 * What of a delivery role's trust policy keeps the flow logs service from assuming it: no statement allows it, so nothing
 * arrives in the log group. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, read 2026-11-26.
 */
export function checkDeliveryTrusted(policy: string): Problem[] {
    const statements = parsePolicy(policy).document?.Statement;
    const isTrusted = statements?.some((each) =>
        allows(each, FLOW_LOGS_PRINCIPAL, "sts:AssumeRole"),
    );
    const reason =
        `does not let ${FLOW_LOGS_PRINCIPAL} assume the role, so nothing arrives in the log group; ` +
        "allow it sts:AssumeRole, bound by aws:SourceAccount";
    return isTrusted === false ? problem("Statement", reason) : [];
}

function admits(statement: PolicyStatement, action: string, of: "objects" | "bucket"): boolean {
    // Behind the name of a bucket, an ARN has a path or a wildcard where it means objects.
    const isPlaced =
        statement.Resource?.some((arn) => /[/*]/.test(arn.split(":::")[1] ?? arn)) ?? true;
    return allows(statement, LOG_DELIVERY_PRINCIPAL, action) && (of === "bucket" || isPlaced);
}

/** Whether a statement allows an action to a service: by its name, as everybody, or as nobody of those left out. */
function allows(statement: PolicyStatement, service: string, action: string): boolean {
    const { Effect, NotAction, Principal, NotPrincipal } = statement;
    const isAbout =
        NotAction === undefined ? fitsAction(statement, action) : !listsAction(NotAction, action);
    const isMeant =
        typeof Principal === "object"
            ? [...listServices(Principal), ...(Principal.AWS ?? [])].some((each) =>
                  ["*", service].includes(each),
              )
            : Principal === "*" || !listServices(NotPrincipal).includes(service);
    return Effect === "Allow" && isAbout && isMeant;
}
