import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { policies } from "../../policy-pack/policies";
import { analyze } from "./support/analyzer";
import { createSimulated } from "./support/createSimulated";
import { REFUSED_STACKS, stack } from "./support/refused";

/**
 * Where the simulated AWS refuses what belongs to EKS endpoints, their zones, profiles and associations. Not what it refuses in
 * the same way where no endpoint is: the contents of records (`route53/recordRules`, `names`) and of group rules
 * (`securityGroups/rules`, `singleRule`, `inlineRules`, `managedPrefixList`), names and deletions of groups
 * (`securityGroups/securityGroup`, `groupVpc`), and shares (`ram`).
 */
const RULES = [
    "endpoints/endpointInterfaces",
    "endpoints/endpointPlan",
    "endpoints/endpointRules",
    "endpoints/vpcEndpoint",
    "vpc/sharedVpc",
    "securityGroups/ruleRoom",
    "route53/associate",
    "route53/vpcAssociationAuthorization",
    "route53/zone",
    "route53/zonesOf",
    "profiles/profile",
    "profiles/profileResource",
    "profiles/profileRules",
    "profiles/profileVpc",
    "flowLogs/destinations",
    "flowLogs/flowLogRules",
    "logs",
];

/** Refusals that no stack shows to a pack; each by the start of its text. */
const NOT_SHOWN = new Map([
    [
        "Subnet IDs are only supported for Interface",
        "a service with gateway endpoints, which EKS is not",
    ],
    ["SecurityGroupIds are only supported for Interface", "as above"],
    ["Private DNS can't be enabled for Gateway", "as above"],
    ["The subnet ${subnetId} does not have enough free", "counts what else is in the subnet"],
    ["The maximum number of VPC endpoints", "counts endpoints of other stacks"],
    [
        "The VPC endpoint service ${plan.serviceName} does not support the availability",
        "only AWS knows the zones",
    ],
    [
        "IP address type ${plan.ipAddressType} is not supported by the service",
        "only AWS knows the families",
    ],
    ["Private DNS can't be enabled because the service", "only AWS knows whether there is a name"],
    ["The ${what} is shared by the account", "needs two accounts: endpointInOneVpc.spec.ts"],
    ["The maximum of ${list.maxEntries} entries", "a list that grows later, counted as it will be"],
    ["Cannot associate more than", "counts VPCs of other stacks"],
    ["The profile ${profileId} has ${VPCS_PER_PROFILE}", "counts VPCs of other stacks"],
    ["The resource ${vpcId} has ${PROFILES_PER_VPC}", "a third profile, and the second is said"],
    [
        "The VPC: ${vpc.vpcId} has not authorized",
        "needs two accounts: zoneAssociationAuthorized.spec.ts",
    ],
    ["The hosted zone ${zone.id} has ${AUTHORIZATIONS", "counts authorisations of other stacks"],
    ["Limits Exceeded: MAX_HOSTED_ZONES_BY_ACCOUNT", "counts zones of other stacks"],
    ["The specified hosted zone contains non-required", "a deletion"],
    ["No hosted zone found with ID", "only AWS knows the zones of other stacks"],
    [
        "User: arn:aws:sts::${scope.account}",
        "needs two accounts: zoneAssociationAuthorized.spec.ts",
    ],
    ["The account has ${PROFILES_PER_REGION}", "counts profiles of other stacks"],
    ["The profile ${id} is associated with VPCs", "a deletion"],
    ["The VPC ${vpc.vpcId} is not associated", "a deletion"],
    ["The VPC ${vpc.vpcId} is the last one", "a deletion"],
    [
        "LogDestination: ${wanted.logDestination} does not exist",
        "only AWS knows the buckets of other stacks",
    ],
    ["The maximum number of flow logs", "counts flow logs of other stacks"],
    ["1 validation error detected: Value '${name}' at 'logGroupName'", "no matter of endpoints"],
    ["The specified log group already exists", "counts log groups of other stacks"],
    ["Deletion protection is enabled", "a deletion"],
]);

/** The texts that a file refuses with, as they are written: the first literal with a space in each refusal. */
function refusalsIn(file: string): string[] {
    const source = readFileSync(`simulated-aws/services/${file}.ts`, "utf8");
    return source
        .split(/new AwsError\(|\binvalid\(/)
        .slice(1)
        .flatMap((call) => {
            const literals = call.slice(0, call.indexOf(");")).match(/"[^"]*"|`[^`]*`/g) ?? [];
            const text = literals.find((literal) => literal.includes(" "));
            return text === undefined ? [] : [text.slice(1, -1)];
        });
}

/** What a text that is written with values in it looks like when it is said. */
function asSaid(text: string): RegExp {
    const parts = text
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(parts.join(".*"));
}

describe("what the simulated AWS refuses", () => {
    for (const [refusal, policy, resources] of REFUSED_STACKS) {
        it(`is said by ${policy} in preview: ${refusal.source}`, async () => {
            const refusals = await createSimulated(resources());
            assert.match(refusals.join("\n"), refusal);
            const { diagnostics } = await analyze({ policies, resources: resources() });
            const mandatory = diagnostics.filter(({ level }) => level === "mandatory");
            assert.ok(
                mandatory.some((each) => each.policy === policy),
                `said by ${mandatory.map((each) => each.policy).join(", ")}`,
            );
        });
    }

    it("has a stack here for each rule, or the reason why no stack shows it", async () => {
        const said = await Promise.all(
            REFUSED_STACKS.map(([, , resources]) => createSimulated(resources())),
        );
        const missing = RULES.flatMap(refusalsIn)
            .filter((text) => ![...NOT_SHOWN.keys()].some((start) => text.startsWith(start)))
            .filter((text) => !said.flat().some((each) => asSaid(text).test(each)));
        assert.deepEqual(missing, []);
    });

    it("takes the stack that the others are made from", async () => {
        assert.deepEqual(await createSimulated(stack({})), []);
    });
});
