import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Endpoint } from "../../world/objects/network";
import type { Scope } from "../../world/types";
import { demandOwnVpc } from "../vpc/sharedVpc";

/** An endpoint as a call wants it, before it has an ID. */
export type EndpointPlan = Omit<Endpoint, "id" | "account" | "region" | "nameSuffix">;

/** What an interface endpoint without a policy has. */
export const FULL_ACCESS = JSON.stringify({
    Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
});

/** The endpoint that new inputs ask for; what they omit comes from AWS's defaults. */
export function planNew(scope: Scope, inputs: Properties): EndpointPlan {
    const given = read(inputs);
    const owner = demandOwnVpc(scope, given.text("vpcId"));
    const type = given.text("vpcEndpointType", "Gateway");
    const ipAddressType = given.text("ipAddressType", "ipv4");
    const groups = given.texts("securityGroupIds");
    return {
        tags: given.tags(),
        vpcId: owner.id,
        serviceName: given.text("serviceName"),
        type,
        subnetIds: given.texts("subnetIds"),
        securityGroupIds:
            type === "Interface" && groups.length === 0 ? [owner.defaultSecurityGroupId] : groups,
        routeTableIds: given.texts("routeTableIds"),
        policy: given.text("policy") === "" ? FULL_ACCESS : given.text("policy"),
        privateDnsEnabled: given.flag("privateDnsEnabled"),
        ipAddressType,
        dnsRecordIpType: read(given.record("dnsOptions")).text("dnsRecordIpType", ipAddressType),
    };
}

/** The endpoint after a change in place; what the new inputs omit stays. */
export function planChange(found: Endpoint, inputs: Properties): EndpointPlan {
    const given = read(inputs);
    const listOr = (key: string, old: string[]) => (given.has(key) ? given.texts(key) : old);
    const ipAddressType = given.text("ipAddressType", found.ipAddressType);
    const keptRecords =
        ipAddressType === found.ipAddressType ? found.dnsRecordIpType : ipAddressType;
    return {
        tags: given.tags(),
        vpcId: found.vpcId,
        serviceName: found.serviceName,
        type: found.type,
        subnetIds: listOr("subnetIds", found.subnetIds),
        securityGroupIds: listOr("securityGroupIds", found.securityGroupIds),
        routeTableIds: listOr("routeTableIds", found.routeTableIds),
        policy: given.has("policy") ? given.text("policy") || FULL_ACCESS : found.policy,
        privateDnsEnabled: given.flag("privateDnsEnabled", found.privateDnsEnabled),
        ipAddressType,
        dnsRecordIpType: read(given.record("dnsOptions")).text("dnsRecordIpType", keptRecords),
    };
}

/** Longest policy, white space included. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
const POLICY_CHARACTERS = 20_480;

/** Refuses a document that is no endpoint policy. The wording beyond the code is simulated. */
export function demandValidPolicy(policy: string): void {
    const reason = policyProblem(policy);
    if (reason !== undefined) {
        throw new AwsError(
            "InvalidPolicyDocument",
            `The specified policy document is not valid: ${reason}.`,
        );
    }
}

function policyProblem(policy: string): string | undefined {
    if (policy.length > POLICY_CHARACTERS) {
        return `it has ${policy.length} characters, the maximum is ${POLICY_CHARACTERS}`;
    }
    const document = parse(policy);
    if (typeof document !== "object" || document === null || !("Statement" in document)) {
        return "it is not a JSON object with a Statement";
    }
    const statements: unknown[] = Array.isArray(document.Statement)
        ? document.Statement
        : [document.Statement];
    for (const [index, statement] of statements.entries()) {
        const missing = missingPart(statement);
        if (missing !== undefined) {
            return `statement ${index} has no ${missing}`;
        }
    }
    return undefined;
}

function parse(policy: string): unknown {
    try {
        return JSON.parse(policy);
    } catch (error) {
        if (error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
}

const PARTS = [
    ["Effect"],
    ["Principal", "NotPrincipal"],
    ["Action", "NotAction"],
    ["Resource", "NotResource"],
];

function missingPart(statement: unknown): string | undefined {
    if (typeof statement !== "object" || statement === null) {
        return "Effect";
    }
    return PARTS.find((names) => !names.some((name) => name in statement))?.[0];
}
