import { httpsGroup, interfaceEndpoint, ORGANIZATION, type Place } from "./parts";

const EVERYTHING = { Principal: "*", Action: "*", Resource: "*" };
const ALLOW_ALL = { Effect: "Allow", ...EVERYTHING };

function denyUnless(key: string, value: string) {
    return { Effect: "Deny", ...EVERYTHING, Condition: { StringNotEquals: { [key]: value } } };
}

function withPolicy(place: Place, statements: object[]): void {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    const securityGroupIds = [httpsGroup(place.vpcId, ["10.20.0.0/16"]).id];
    interfaceEndpoint("eks", place, { securityGroupIds, privateDnsEnabled: true, policy });
}

/**
 * The policy of an example of the Terraform VPC module before its correction: nothing but a Deny for other VPCs.
 * https://github.com/terraform-aws-modules/terraform-aws-vpc/pull/1197
 */
export function denyOtherVpcs(place: Place & { vpcId: string }): void {
    withPolicy(place, [denyUnless("aws:SourceVpc", place.vpcId)]);
}

/** The same after the correction: everybody may do everything, from this VPC, where every request comes from. */
export function allowThisVpc(place: Place & { vpcId: string }): void {
    withPolicy(place, [ALLOW_ALL, denyUnless("aws:SourceVpc", place.vpcId)]);
}

/**
 * The shape of AWS's policy for its GuardDuty agent: everything allowed, other organisations denied.
 * https://docs.aws.amazon.com/guardduty/latest/ug/eksrunmon-prereq-deploy-security-agent.html
 */
export function denyOtherOrganizations(place: Place): void {
    withPolicy(place, [ALLOW_ALL, denyUnless("aws:PrincipalOrgID", ORGANIZATION)]);
}
