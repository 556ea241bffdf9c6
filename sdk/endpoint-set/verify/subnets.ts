import { output } from "@pulumi/pulumi";
import { Checked, derive, unchecked } from "../../checks/checked";
import { conclude, Findings } from "../../checks/later";
import { findSubnetProblem, IpAddressType } from "../../domain/addressing";
import { Problem } from "../../domain/problem";
import { Answer, uncertain } from "../../lookups/lookup";
import { lookSubnets, SubnetInfo } from "../../lookups/subnets";
import { ResolvedArgs } from "../defaults";
import { ChildScope } from "../scope";

/** A subnet, with what AWS says of it where AWS would say. */
export interface VerifiedSubnet {
    subnetId: string;
    info?: SubnetInfo;
}

/** The subnets, once AWS has said that they are in the VPC and have the addresses that the endpoints need. */
export function verifySubnets(args: ResolvedArgs, scope: ChildScope): Checked<VerifiedSubnet[]> {
    const ids = output(args.subnetIds);
    const asked = output([ids, args.vpcId, lookSubnets(args.subnetIds, scope)] as const);
    return derive(unchecked(asked), async ([subnetIds, vpcId, answers]) => {
        const findings = findSubnetProblems(subnetIds, answers, vpcId, args.ipAddressType);
        await conclude(findings, ids);
        return subnetIds.map((subnetId, i) => {
            const answer = answers[i];
            return answer?.kind === "found" ? { subnetId, info: answer.found } : { subnetId };
        });
    });
}

/** What keeps subnets from carrying these endpoints, whatever the service. */
export function findSubnetProblems(
    subnetIds: string[],
    answers: Answer<SubnetInfo>[],
    vpcId: string,
    ipAddressType: IpAddressType,
): Findings {
    const empty: Problem[] =
        subnetIds.length === 0
            ? [{ path: "subnetIds", reason: "is empty; give one subnet per zone" }]
            : [];
    const findings = answers.map((answer, i) => {
        const path = `subnetIds[${i}]`;
        return findSubnetFindings(answer, path, vpcId, (subnet) =>
            findSubnetProblem(subnet, ipAddressType),
        );
    });
    return {
        problems: [...empty, ...findings.flatMap(({ problems }) => problems)],
        warnings: findings.flatMap(({ warnings }) => warnings),
    };
}

/** What keeps a subnet from being used in a VPC; `findMisfit` says why one that is there does not suit. */
export function findSubnetFindings(
    answer: Answer<SubnetInfo>,
    path: string,
    vpcId: string,
    findMisfit: (subnet: SubnetInfo) => string | undefined,
): Findings {
    if (answer.kind === "unclear") {
        return { problems: [], warnings: [uncertain(path, answer.reason)] };
    }
    if (answer.kind === "absent") {
        const reason = `AWS finds no such subnet here (${answer.reason}); check the ID, the region and the account`;
        return { problems: [{ path, reason }], warnings: [] };
    }
    const { found } = answer;
    if (found.vpcId !== vpcId) {
        const reason = `subnet ${found.subnetId} is in VPC ${found.vpcId}, not in ${vpcId}; give subnets of that VPC`;
        return { problems: [{ path, reason }], warnings: [] };
    }
    const reason = findMisfit(found);
    return { problems: reason === undefined ? [] : [{ path, reason }], warnings: [] };
}
