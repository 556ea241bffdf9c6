import { Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude } from "../../checks/later";
import { ChildScope } from "../../endpoint-set/scope";
import { findVpcProblems, HOSTED_ZONES } from "../../endpoint-set/verify/vpc";
import { lookVpc } from "../../lookups/vpc";
import { ResolvedArgs } from "../resolveArgs";

/** The VPC's ID, once AWS has said, where it was asked, that the VPC is there and sees private host names. */
export function verifiedVpcId(args: ResolvedArgs, scope: ChildScope): Checked<string> {
    if (!args.verify) {
        return unchecked(args.vpcId);
    }
    const vpc = lookVpc(args.vpcId, scope);
    return derive(together(unchecked(args.vpcId), unchecked(vpc)), async ([vpcId, answer]) => {
        await conclude(findVpcProblems(answer, HOSTED_ZONES), args.vpcId);
        return vpcId;
    });
}
