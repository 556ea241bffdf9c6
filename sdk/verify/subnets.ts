import { type Problem, problem } from "../domain/problem";
import { type Answer, uncertain } from "../lookups/lookup";
import type { SubnetInfo } from "../lookups/subnets";

/** What keeps subnets from being used in a VPC, one by one; `findMisfit` says why one that is there does not suit. */
export function checkSubnets(
    answers: Answer<SubnetInfo>[],
    vpcId: string,
    findMisfit: (subnet: SubnetInfo) => string | undefined,
): Problem[] {
    return answers.flatMap((answer, i) =>
        checkSubnet(answer, `subnetIds[${i}]`, vpcId, findMisfit),
    );
}

function checkSubnet(
    answer: Answer<SubnetInfo>,
    path: string,
    vpcId: string,
    findMisfit: (subnet: SubnetInfo) => string | undefined,
): Problem[] {
    if (answer.kind === "mocked") {
        return [];
    }
    if (answer.kind === "unclear") {
        return uncertain(path, answer.reason);
    }
    if (answer.kind === "absent") {
        const reason = `AWS finds no such subnet here (${answer.reason}); check the ID, the region and the account`;
        return problem(path, reason);
    }
    const { found } = answer;
    if (found.vpcId !== vpcId) {
        const reason = `subnet ${found.subnetId} is in VPC ${found.vpcId}, not in ${vpcId}; give subnets of that VPC`;
        return problem(path, reason);
    }
    const reason = findMisfit(found);
    return reason === undefined ? [] : problem(path, reason);
}
