import { holdsForService, listConditions } from "./deliveryConditions";
import { fitsAction, fitsAny, listsAction, listServices } from "./deliveryStatements";
import { parsePolicy, type PolicyPrincipal, type PolicyStatement } from "./endpoint-policy";
import { findOperator } from "./endpoint-policy/language/operators";
import { LOG_DELIVERY_PRINCIPAL } from "./flowLogDelivery";
import { FlowLogDestination } from "./flowLogs";
import { type Problem, problem } from "./problem";
import { findPartition } from "./regions";

/** What a service does with a key before it writes. */
const ACTION = "kms:GenerateDataKey";

/** What the guides of both services let them do with a key. Sources: as of `findKeyUser`. */
const ACTIONS =
    "kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey";

/**
 * The service of AWS that encrypts what flow logs write to a destination, with `*` for a region that is not known; undefined
 * where there is none to admit. Sources: VPC User Guide,
 * flow-logs-s3-cmk-policy.html; CloudWatch Logs User Guide, encrypt-log-data-kms.html, both read 2026-11-26
 */
export function findKeyUser(destination: string, region?: string): string | undefined {
    switch (destination) {
        case FlowLogDestination.S3:
            return LOG_DELIVERY_PRINCIPAL;
        case FlowLogDestination.CloudWatchLogs: {
            const suffix = findPartition(region ?? "")?.dnsSuffix ?? "amazonaws.com";
            return `logs.${region ?? "*"}.${suffix}`;
        }
        default:
            return undefined;
    }
}

/**
 * Problems of a key's policy, or of one that is left out: it does not let a service use the key, so that no flow log reaches
 * `destination`, in words. A policy that may let it is taken to do so, since only AWS knows what else conditions ask. Source: KMS Developer Guide,
 * key-policy-default.html (without a policy, a key serves the principals of its account), read 2026-11-26
 */
export function checkKeyPolicy(
    policy: string | undefined,
    { service, destination }: { service: string; destination: string },
): Problem[] {
    const name = service.replace("*", "<region>");
    const remedy = `allow ${name} ${ACTIONS}`;
    const loss = `so no flow log reaches ${destination}`;
    if (policy === undefined) {
        return problem(
            "",
            `is left out, and with its default a key does not let ${name} use it, ${loss}; write the default statement ` +
                `and one more: ${remedy}`,
        );
    }
    const { document, problems } = parsePolicy(policy);
    if (document === undefined) {
        return problems;
    }
    const isAllowed = document.Statement.some((statement) => mayAllow(statement, service));
    const denial = document.Statement.findIndex((statement) => isDenied(statement, service));
    if (isAllowed && denial < 0) {
        return [];
    }
    return isAllowed
        ? problem(
              `Statement[${denial}]`,
              `denies ${name} the use of the key, ${loss}; except services of AWS from the statement`,
          )
        : problem("", `does not let ${name} use the key, ${loss}; ${remedy}`);
}

function mayAllow(statement: PolicyStatement, service: string): boolean {
    const { Effect, Principal, NotPrincipal, NotAction } = statement;
    return (
        Effect === "Allow" &&
        (NotPrincipal === undefined
            ? mayBe(Principal, service)
            : !isNamed(NotPrincipal, service)) &&
        (NotAction === undefined
            ? fitsAction(statement, ACTION)
            : !listsAction(NotAction, ACTION)) &&
        !listConditions(statement).some((condition) => holdsForService(condition) === false)
    );
}

/** Whether a Deny is certainly about a service. */
function isDenied(statement: PolicyStatement, service: string): boolean {
    const { Condition = {}, Effect, Principal } = statement;
    return (
        Effect === "Deny" &&
        mayBe(Principal, service) &&
        fitsAction(statement, ACTION) &&
        Object.keys(Condition).every((operator) => findOperator(operator) !== undefined) &&
        listConditions(statement).every((condition) => holdsForService(condition) === true)
    );
}

/** Whether a principal is a service, or everybody. */
function mayBe(principal: PolicyPrincipal | undefined, service: string): boolean {
    return (
        principal === "*" ||
        (typeof principal === "object" && principal.AWS?.includes("*") === true) ||
        isNamed(principal, service)
    );
}

/** Whether a principal names a service. That of CloudWatch Logs has a region in its name; one without it may be any. */
function isNamed(principal: PolicyPrincipal | undefined, service: string): boolean {
    const [one, anywhere] = [service, service.replace(/^logs\.[^.]+\./, "logs.")].map(
        inAnyPartition,
    );
    return listServices(principal)
        .map(inAnyPartition)
        .some((name) => name === "*" || name === anywhere || fitsAny([one ?? ""], name));
}

function inAnyPartition(service: string): string {
    return service.replace(/\.cn$/, "");
}
