import { boundsSource, type DeliveryCondition, listConditions } from "./deliveryConditions";
import { fitsAction, fitsAny, listServices } from "./deliveryStatements";
import { parsePolicy, type PolicyDocument, type PolicyStatement } from "./endpoint-policy";
import { holds, type KeyValues } from "./endpoint-policy/language/operators";
import { FLOW_LOGS_PRINCIPAL, LOG_DELIVERY_PRINCIPAL } from "./flowLogDelivery";
import type { Problem } from "./problem";

/**
 * Problems of a delivery role's trust policy or of a log bucket's policy: statements that let a log delivery service act for
 * flow logs of any account (the confused deputy), and statements that keep it out because they ask for the organisation of a
 * service. Source: IAM User Guide, confused-deputy.html and reference_policies_condition-keys.html, read 2026-11-26
 */
export function checkDelivery(policy: string): Problem[] {
    const { document, problems } = parsePolicy(policy);
    if (document === undefined) {
        return problems;
    }
    return document.Statement.flatMap((statement, index) => {
        const path = `Statement[${index}]`;
        return statement.Effect === "Allow"
            ? checkAllow(path, statement, document)
            : checkDeny(path, statement);
    });
}

function checkAllow(path: string, statement: PolicyStatement, document: PolicyDocument): Problem[] {
    const services = listServices(statement.Principal).filter(isDelivery);
    if (services.length === 0) {
        return [];
    }
    const names = services.join(", ");
    const unmet = listConditions(statement).filter(
        (condition) => condition.key in KEYS_OF_PRINCIPALS && holdsFor(condition, {}) === false,
    );
    if (unmet.length > 0) {
        return unmet.map((condition) => ({
            path: `${path}.${condition.path}`,
            reason:
                `${names} is in no organisation, so this lets nothing be delivered; ` +
                `compare ${KEYS_OF_PRINCIPALS[condition.key]}`,
        }));
    }
    const isBounded =
        listConditions(statement).some((condition) => boundsSource(condition, false)) ||
        document.Statement.some((deny) => deniesOtherSources(deny, statement, services));
    return isBounded
        ? []
        : [
              {
                  path: `${path}.Condition`,
                  reason:
                      `${names} may act for the flow logs of any account; ` +
                      'add StringEquals "aws:SourceAccount" or ArnLike "aws:SourceArn" with the account of the logs, ' +
                      'or StringEquals "aws:SourceOrgID" with their organisation',
              },
          ];
}

/** Keys that tell the organisation of a principal, in lower case, and those that tell the one of the logs. */
const KEYS_OF_PRINCIPALS: { [key: string]: string } = {
    "aws:principalorgid": "aws:SourceOrgID",
    "aws:principalorgpaths": "aws:SourceOrgPaths",
};

/** What delivery asks for, of a role and of a bucket. Source: VPC User Guide, flow-logs-iam-role.html, flow-logs-s3-permissions.html */
const DELIVERY_ACTIONS = ["sts:AssumeRole", "s3:PutObject", "s3:GetBucketAcl"];

/** A Deny of everybody from elsewhere, which a service is as well unless the statement leaves services out. */
function checkDeny(path: string, statement: PolicyStatement): Problem[] {
    const services = [FLOW_LOGS_PRINCIPAL, LOG_DELIVERY_PRINCIPAL].filter((service) =>
        denies(statement, [service]),
    );
    const conditions = listConditions(statement);
    const applies = conditions.every((each) => holdsFor(each, KEYS_OF_SERVICES) === true);
    const isAsked = DELIVERY_ACTIONS.some((action) => fitsAction(statement, action));
    return services.length === 0 || !applies || !isAsked
        ? []
        : conditions
              .filter(({ key }) => key in KEYS_OF_PRINCIPALS)
              .map((condition) => ({
                  path: `${path}.${condition.path}`,
                  reason:
                      "denies delivery too, since a service of AWS is in no organisation; " +
                      'add BoolIfExists "aws:PrincipalIsAWSService" "false"',
              }));
}

/** What a request of a service holds that a policy may ask about. */
const KEYS_OF_SERVICES: { [key: string]: string[] } = {
    "aws:principalisawsservice": ["true"],
    "aws:securetransport": ["true"],
};

/** Whether a condition holds where a request has these keys and no organisation; undefined for any other key. */
function holdsFor(
    { operator, key, values }: DeliveryCondition,
    known: { [key: string]: KeyValues },
): boolean | undefined {
    return key in known || key in KEYS_OF_PRINCIPALS
        ? holds(operator, values, known[key], undefined)
        : undefined;
}

/** Whether a Deny keeps a service from all that an Allow lets it do for others than the named accounts or organisations. */
function deniesOtherSources(
    deny: PolicyStatement,
    allow: PolicyStatement,
    services: string[],
): boolean {
    const conditions = listConditions(deny);
    const others = conditions.filter((condition) => !boundsSource(condition, true));
    return (
        deny.Effect === "Deny" &&
        others.length < conditions.length &&
        others.every(isTrueOfDelivery) &&
        denies(deny, services) &&
        (allow.Action ?? ["*"]).every((action) => fitsAction(deny, action)) &&
        (allow.Resource ?? []).every((resource) => fitsAny(deny.Resource, resource))
    );
}

/** Conditions that published statements put beside the bound, to speak of requests of services alone. */
function isTrueOfDelivery({ operator, key, values }: DeliveryCondition): boolean {
    const source = key === "aws:sourceaccount" && operator.family === "null";
    return source
        ? values.every((value) => value.toLowerCase() === "false")
        : holds(operator, values, KEYS_OF_SERVICES[key], undefined) === true;
}

function isDelivery(service: string): boolean {
    return service === FLOW_LOGS_PRINCIPAL || service === LOG_DELIVERY_PRINCIPAL;
}

/** Whether a Deny is about all of these services, or about everybody. */
function denies({ Principal }: PolicyStatement, services: string[]): boolean {
    if (typeof Principal === "object") {
        const { AWS = [], Service = [] } = Principal;
        return AWS.includes("*") || services.every((service) => Service.includes(service));
    }
    return Principal === "*";
}
