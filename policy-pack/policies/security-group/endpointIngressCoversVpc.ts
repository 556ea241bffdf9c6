import {
    type AddressRange,
    admitsEndpointPort,
    familiesOf,
    overlaps,
    parseCidr,
} from "eks-privatelink/domain";

import { readIpAddressType } from "../../eks/endpoints";
import { findFurtherRanges, vpcOf } from "../../eks/network";
import { groupsOf } from "../../eks/security-groups/groups";
import { readIngress } from "../../eks/security-groups/prefixLists";
import type { GroupRule } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";
import { Notes } from "../../stack/notes";
import { describeResource } from "../../stack/stackResource";
import { readString } from "../../stack/values";

/** Whether the further IPv4 ranges of a VPC, in which pods often live, are admitted to its EKS endpoints. */
export const endpointIngressCoversVpc = definePolicy({
    name: "endpoint-ingress-covers-vpc",
    description:
        "Security groups of EKS endpoints admit clients in every further IPv4 range of the VPC.",
    severity: "medium",
    enforcementLevel: "advisory",
    remediationSteps:
        "Admit the range that the finding names, or the security groups of the nodes and pods in it; exempt a group whose VPC has no EKS clients there.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const ranges = findFurtherRanges(stack, vpcOf(stack, endpoint));
        if (ranges.length === 0 || !familiesOf(readIpAddressType(endpoint)).includes("ipv4")) {
            return;
        }
        const groups = groupsOf(stack, endpoint, findings);
        const [group] = groups.resources;
        if (group === undefined || groups.elsewhere.length > 0 || groups.unknown) {
            return;
        }
        const unsure = new Notes();
        const rules = readIngress(stack, groups.resources, unsure);
        for (const { source, unknown } of rules) {
            unsure.addUnknown(source, unknown.ports, ...unknown.ranges);
        }
        const admitted = readAdmitted(rules);
        for (const range of admitted === undefined ? [] : ranges) {
            const text = findings.attempt(range, () => readString(range.outputs, "cidrBlock"));
            const cidr = parseCidr(text ?? "");
            if (
                cidr?.family !== "ipv4" ||
                admitted?.some((each) => overlaps(each, cidr)) === true
            ) {
                continue;
            }
            if (unsure.unknowns.size > 0) {
                findings.addUnknowns(unsure.unknowns);
                continue;
            }
            findings.report(
                group,
                `admits nobody of ${text} on TCP 443, which ${describeResource(range)} adds to the VPC of the endpoint; where nodes ` +
                    "or pods get addresses there, admit the range, because the endpoint does not answer them",
            );
        }
    },
});

/**
 * The IPv4 ranges that rules admit to an endpoint; undefined where they may admit anybody in the VPC, as members of a group or
 * by a list of another stack, and where they admit nobody over IPv4, which another policy says.
 */
function readAdmitted(rules: GroupRule[]): AddressRange[] | undefined {
    const useful = rules.map(({ rule }) => rule).filter(admitsEndpointPort);
    const isOpenEnded = useful.some(
        ({ self, securityGroupIds, prefixListIds }) =>
            self || securityGroupIds.length + prefixListIds.length > 0,
    );
    const ranges = useful
        .flatMap(({ cidrBlocks }) => cidrBlocks)
        .flatMap((block) => parseCidr(block) ?? []);
    return isOpenEnded || ranges.length === 0 ? undefined : ranges;
}
