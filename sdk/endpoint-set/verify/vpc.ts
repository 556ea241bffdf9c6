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
        const findings = findVpcProblems(answer, args.privateDnsEnabled);
        await conclude(findings, args.vpcId, scope.parent);
        return vpcId;
    });
}

/** What keeps a VPC from having these endpoints. Source: the PrivateLink guide, "DNS names". */
export function findVpcProblems(answer: Answer<VpcInfo>, privateDnsEnabled: boolean): Findings {
    switch (answer.kind) {
        case "unclear":
            return { problems: [], warnings: [uncertain("vpcId", answer.reason)] };
        case "absent":
            return { problems: [absentVpc(answer.reason)], warnings: [] };
        case "found": {
            const off = (["enableDnsSupport", "enableDnsHostnames"] as const).filter(
                (attribute) => !answer.found[attribute],
            );
            return {
                problems:
                    privateDnsEnabled && off.length > 0
                        ? [dnsProblem(answer.found.vpcId, off)]
                        : [],
                warnings: [],
            };
        }
    }
}

/** The problem of a VPC that AWS does not find. */
export function absentVpc(why: string): Problem {
    const reason = `AWS finds no such VPC here (${why}); check the ID, the region and the account`;
    return { path: "vpcId", reason };
}

function dnsProblem(vpcId: string, off: string[]): Problem {
    return {
        path: "vpcId",
        reason:
            `VPC ${vpcId} has ${off.join(" and ")} off, and private DNS needs both enableDnsSupport and ` +
            "enableDnsHostnames; turn them on, or set privateDnsEnabled: false",
    };
}
