import { Output } from "@pulumi/pulumi";
import { Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude, Findings } from "../../checks/later";
import { Problem } from "../../domain/problem";
import { Answer, uncertain } from "../../lookups/lookup";
import { VpcInfo } from "../../lookups/vpc";
import { ResolvedArgs } from "../defaults";
import { ChildScope } from "../scope";

/** The VPC's ID, once AWS has said that the VPC is there and fit for private DNS. */
export function verifiedVpcId(
    args: ResolvedArgs,
    vpc: Output<Answer<VpcInfo>>,
    scope: ChildScope,
): Checked<string> {
    return derive(together(unchecked(args.vpcId), unchecked(vpc)), async ([vpcId, answer]) => {
        const findings = findVpcProblems(answer, args.privateDnsEnabled ? PRIVATE_DNS : undefined);
        await conclude(findings, args.vpcId);
        return vpcId;
    });
}

/** What needs the DNS attributes of a VPC. */
export interface DnsNeed {
    /** What does not work without both. */
    what: string;
    /** What to do instead of turning them on; empty where there is nothing. */
    instead: string;
}

const PRIVATE_DNS: DnsNeed = {
    what: "private DNS works",
    instead: ", or set privateDnsEnabled: false",
};

/** Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html, read 2026-11-23. */
export const HOSTED_ZONES: DnsNeed = {
    what: "names of private hosted zones resolve",
    instead: "",
};

/** What keeps a VPC from being used: AWS does not find it, or what is needed of its DNS is off. Source: the PrivateLink guide, "DNS names". */
export function findVpcProblems(answer: Answer<VpcInfo>, need: DnsNeed | undefined): Findings {
    switch (answer.kind) {
        case "unclear":
            return { problems: [], warnings: [uncertain("vpcId", answer.reason)] };
        case "absent":
            return { problems: [absentVpc(answer.reason)], warnings: [] };
        case "found":
            return {
                problems: need === undefined ? [] : findDnsProblems(answer.found, need),
                warnings: [],
            };
    }
}

/** The problem of a VPC that AWS does not find. */
export function absentVpc(why: string): Problem {
    const reason = `AWS finds no such VPC here (${why}); check the ID, the region and the account`;
    return { path: "vpcId", reason };
}

function findDnsProblems(vpc: VpcInfo, { what, instead }: DnsNeed): Problem[] {
    const off = (["enableDnsSupport", "enableDnsHostnames"] as const).filter(
        (attribute) => !vpc[attribute],
    );
    const reason =
        `VPC ${vpc.vpcId} has ${off.join(" and ")} off, and ${what} only with both enableDnsSupport and ` +
        `enableDnsHostnames; turn them on${instead}`;
    return off.length === 0 ? [] : [{ path: "vpcId", reason }];
}
