import { all, Input, output, Output } from "@pulumi/pulumi";
import { conclude } from "../checks/later";
import { EksService } from "../domain/services";
import { SubnetSelection } from "./args";
import { ResolvedArgs } from "./defaults";
import { ChildScope } from "./scope";
import { selectAll } from "./selectSubnets";
import { VerifiedService } from "./verify/services";
import { verifySubnets } from "./verify/subnets";

/** The subnets of each service's endpoint, behind the checks on zones and address families. */
export function planSubnets(
    args: ResolvedArgs,
    services: Output<VerifiedService[]>,
    scope: ChildScope,
): (service: EksService) => Input<Input<string>[]> {
    const { subnetIds, subnetSelection, verify } = args;
    if (!verify) {
        return () => subnetIds;
    }
    const chosen = all([services, verifySubnets(args, scope)]).apply(async ([known, subnets]) => {
        const { byService, ...findings } = selectAll(known, subnets, subnetSelection);
        // Zones never change in place, so no update can repair what is wrong here.
        await conclude(findings, undefined, scope.parent);
        return byService;
    });
    if (subnetSelection === SubnetSelection.Exact && Array.isArray(subnetIds)) {
        // Item by item, so that a preview shows how many there are while their IDs are unknown.
        const checked = subnetIds.map((id) => chosen.apply(() => output(id)));
        return () => checked;
    }
    return (service) => chosen.apply((byService) => byService[service] ?? []);
}
