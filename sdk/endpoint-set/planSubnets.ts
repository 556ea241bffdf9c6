import { Input } from "@pulumi/pulumi";
import { Checked, demand, derive, together, unchecked } from "../checks/checked";
import { conclude } from "../checks/later";
import { EksService } from "../domain/services";
import { SubnetSelection } from "./args";
import { ResolvedArgs } from "./defaults";
import { ChildScope } from "./scope";
import { selectAll } from "./selectSubnets";
import { VerifiedService } from "./verify/services";
import { verifySubnets } from "./verify/subnets";

/** The subnets of each service's endpoint, behind the checks on zones and address families. */
export interface SubnetPlan {
    subnetIds: (service: EksService) => Input<Input<string>[]>;
    /** Network interfaces of all endpoints together: one a service and subnet. */
    networkInterfaces: Checked<number>;
}

/** Decides which subnets each service gets. */
export function planSubnets(
    args: ResolvedArgs,
    services: Checked<VerifiedService[]>,
    scope: ChildScope,
): SubnetPlan {
    const { subnetIds, subnetSelection, verify } = args;
    if (!verify) {
        const networkInterfaces = derive(
            unchecked(subnetIds),
            (ids) => ids.length * args.services.length,
        );
        return { subnetIds: () => subnetIds, networkInterfaces };
    }
    const chosen = derive(
        together(services, verifySubnets(args, scope)),
        async ([known, subnets]) => {
            const { byService, ...findings } = selectAll(known, subnets, subnetSelection);
            // Zones never change in place, so no update can repair what is wrong here.
            await conclude(findings);
            return byService;
        },
    );
    const networkInterfaces = derive(chosen, (byService) =>
        Object.values(byService).reduce((count, ids) => count + ids.length, 0),
    );
    if (subnetSelection === SubnetSelection.Exact && Array.isArray(subnetIds)) {
        // Item by item, so that a preview shows how many there are while their IDs are unknown.
        const items = subnetIds.map((id) =>
            demand(derive(together(unchecked(id), chosen), ([known]) => known)),
        );
        return { subnetIds: () => items, networkInterfaces };
    }
    return {
        subnetIds: (service) => demand(derive(chosen, (byService) => byService[service] ?? [])),
        networkInterfaces,
    };
}
