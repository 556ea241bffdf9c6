import type { Input } from "@pulumi/pulumi";

import { type Checked, derive, passing, together } from "../checks/checked";
import { arrived } from "../checks/missingAnswers";
import { text } from "../checks/shape";
import { checkVpcId } from "../domain/identifiers";
import { type Problem, problem } from "../domain/problem";
import { type Answer, uncertain } from "../lookups/lookup";
import type { VpcInfo } from "../lookups/vpc";

/** What needs the DNS attributes of a VPC. */
export interface DnsNeed {
    /** What does not work without both. */
    what: string;
    /** What to do instead of turning them on; empty where there is nothing. */
    instead: string;
}

/** Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html, read 2026-11-23. */
export const HOSTED_ZONES: DnsNeed = {
    what: "names of private hosted zones resolve",
    instead: "",
};

/** The ID of a VPC, once it has come and has the form of one; empty where the mocks of a unit test leave it out. */
export function arrivedVpc(vpcId: Input<string>): Checked<string> {
    return arrived(vpcId, { path: "vpcId", shape: text, mocked: "", checkSpelling: checkVpcId });
}

/** The ID of a VPC, once AWS has said, where it was asked, that the VPC is there and does what is needed of its DNS. */
export function verifyVpc(
    vpcId: Checked<string>,
    vpc: Checked<Answer<VpcInfo>> | undefined,
    need: DnsNeed | undefined,
): Checked<string> {
    if (vpc === undefined) {
        return vpcId;
    }
    const judged = passing(together(vpcId, vpc), ([, answer]) => checkVpc(answer, need), vpcId);
    return derive(judged, ([known]) => known);
}

/** What keeps a VPC from being used: AWS does not find it, or what is needed of its DNS is off. Source: the PrivateLink guide, "DNS names". */
export function checkVpc(answer: Answer<VpcInfo>, need: DnsNeed | undefined): Problem[] {
    switch (answer.kind) {
        case "unclear":
            return uncertain("vpcId", answer.reason);
        case "absent":
            return absentVpc(answer.reason);
        case "found":
            return need === undefined ? [] : checkDns(answer.found, need);
        case "mocked":
            return [];
    }
}

/** The problem of a VPC that AWS does not find. */
export function absentVpc(why: string): Problem[] {
    const reason = `AWS finds no such VPC here (${why}); check the ID, the region and the account`;
    return problem("vpcId", reason);
}

function checkDns(vpc: VpcInfo, { what, instead }: DnsNeed): Problem[] {
    const off = (["enableDnsSupport", "enableDnsHostnames"] as const).filter(
        (attribute) => !vpc[attribute],
    );
    const reason =
        `VPC ${vpc.vpcId} has ${off.join(" and ")} off, and ${what} only with both enableDnsSupport and ` +
        `enableDnsHostnames; turn them on${instead}`;
    return off.length === 0 ? [] : problem("vpcId", reason);
}
