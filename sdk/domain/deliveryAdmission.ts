import { fitsAction, fitsAny, listServices } from "./deliveryStatements";
import { parsePolicy, type PolicyStatement } from "./endpoint-policy";
import { LOG_DELIVERY_PRINCIPAL } from "./flowLogDelivery";
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

function admits(statement: PolicyStatement, action: string, of: "objects" | "bucket"): boolean {
    const { Effect, NotAction, Resource } = statement;
    const isAbout =
        NotAction === undefined ? fitsAction(statement, action) : !fitsAny(NotAction, action);
    // Behind the name of a bucket, an ARN has a path or a wildcard where it means objects.
    const isPlaced = Resource?.some((arn) => /[/*]/.test(arn.split(":::")[1] ?? arn)) ?? true;
    return Effect === "Allow" && isDelivery(statement) && isAbout && (of === "bucket" || isPlaced);
}

/** Whether a statement is about the log delivery service: by its name, as everybody, or as nobody of those left out. */
function isDelivery({ Principal, NotPrincipal }: PolicyStatement): boolean {
    if (typeof Principal === "object") {
        return [...listServices(Principal), ...(Principal.AWS ?? [])].some((each) =>
            ["*", LOG_DELIVERY_PRINCIPAL].includes(each),
        );
    }
    return Principal === "*" || !listServices(NotPrincipal).includes(LOG_DELIVERY_PRINCIPAL);
}
