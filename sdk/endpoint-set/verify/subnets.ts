import {
    behind,
    type Checked,
    demand,
    derive,
    passing,
    together,
    unchecked,
} from "../../checks/checked";
import { conclude } from "../../checks/conclude";
import { arrived } from "../../checks/missingAnswers";
import { withoutSecrets } from "../../checks/secrets";
import { listOf, text } from "../../checks/shape";
import type { List } from "../../component/lists";
import type { ChildScope } from "../../component/scope";
import { findSubnetProblem } from "../../domain/addressing";
import type { EksService } from "../../domain/services";
import { lookSubnets } from "../../lookups/subnets";
import { verifyItems } from "../../verify/late";
import { checkSubnets } from "../../verify/subnets";
import { SubnetSelection } from "../args";
import { checkSubnetIds } from "../checkSubnets";
import type { ResolvedArgs } from "../defaults";
import { selectAll, type VerifiedSubnet } from "./selectSubnets";
import type { VerifiedService } from "./services";

/** The subnets of each service's endpoint, behind the checks on zones and address families. */
export interface VerifiedSubnets {
    subnetIds: (service: EksService) => List;
    /** Network interfaces of all endpoints together: one a service and subnet. */
    networkInterfaces: Checked<number>;
}

/** Decides which subnets each service gets. */
export function verifySubnets(
    args: ResolvedArgs,
    vpcId: Checked<string>,
    services: Checked<VerifiedService[]>,
    scope: ChildScope,
): VerifiedSubnets {
    const { subnetIds, subnetSelection, verify } = args;
    const shape = listOf(text);
    const given = arrived<string[]>(subnetIds, { path: "subnetIds", shape, mocked: [] });
    if (!verify) {
        const check = (ids: string[]) => checkSubnetIds({ subnetIds: ids });
        const checked = verifyItems(subnetIds, "subnetIds", check);
        return { subnetIds: () => checked, networkInterfaces: countAll(args, given) };
    }
    const chosen = derive(
        together(services, lookAll(args, given, vpcId, scope)),
        async ([known, subnets]) => {
            const { byService, problems } = selectAll(known, subnets, subnetSelection);
            // Zones never change in place, so no update can repair what is wrong here.
            await conclude(await withoutSecrets(problems, subnetIds));
            return byService;
        },
    );
    if (subnetSelection === SubnetSelection.Exact && Array.isArray(subnetIds)) {
        // Item by item, so that a preview shows how many there are while their IDs are unknown.
        const items = subnetIds.map((id) => behind(chosen, id));
        return { subnetIds: () => items, networkInterfaces: countAll(args, given) };
    }
    return {
        subnetIds: (service) => demand(derive(chosen, (byService) => byService[service] ?? [])),
        networkInterfaces:
            subnetSelection === SubnetSelection.Exact
                ? countAll(args, given)
                : derive(chosen, (byService) => Object.values(byService).flat().length),
    };
}

/** Interfaces where every service is in every subnet: known as soon as it is known how many subnets there are. */
function countAll(
    { services, subnetIds }: ResolvedArgs,
    given: Checked<string[]>,
): Checked<number> {
    return Array.isArray(subnetIds)
        ? unchecked(services.length * subnetIds.length)
        : derive(given, ({ length }) => services.length * length);
}

/** The subnets, once AWS has said that they are in the VPC and have the addresses that the endpoints need. */
function lookAll(
    args: ResolvedArgs,
    given: Checked<string[]>,
    vpcId: Checked<string>,
    scope: ChildScope,
): Checked<VerifiedSubnet[]> {
    const judged = passing(
        together(given, vpcId, lookSubnets(given, scope)),
        ([subnetIds, inVpc, answers]) => [
            ...(subnetIds.length === 0 ? checkSubnetIds({ subnetIds }) : []),
            ...checkSubnets(answers, inVpc, (subnet) =>
                findSubnetProblem(subnet, args.ipAddressType),
            ),
        ],
        given,
    );
    return derive(judged, ([subnetIds, , answers]) =>
        subnetIds.map((subnetId, i) => {
            const answer = answers[i];
            return answer?.kind === "found" ? { subnetId, info: answer.found } : { subnetId };
        }),
    );
}
