import { findRepeated, knownItems } from "../component/lists";
import { type Problem, problem } from "../domain/problem";
import { SubnetSelection } from "./args";
import type { ResolvedArgs } from "./defaults";

/** What is wrong with the list of subnets, as far as it is known, before AWS is asked about any of them. */
export function checkSubnetIds({ subnetIds }: Pick<ResolvedArgs, "subnetIds">): Problem[] {
    if (Array.isArray(subnetIds) && subnetIds.length === 0) {
        const reason =
            "is empty; give one subnet per zone, two zones or more to survive the loss of one";
        return problem("subnetIds", reason);
    }
    const known = knownItems(subnetIds);
    return findRepeated(known.map(({ value }) => value)).flatMap(({ index, value }) =>
        problem(
            `subnetIds[${known[index]?.index}]`,
            `${value} is there twice; an endpoint has one network interface a subnet, so name it once`,
        ),
    );
}

/** Whether what `subnetSelection` needs to know is asked for. */
export function checkSelection({ subnetSelection, verify, region }: ResolvedArgs): Problem[] {
    if (subnetSelection !== SubnetSelection.SupportedZones || (verify && region === undefined)) {
        return [];
    }
    const cause = verify ? "with region they are not looked up" : "verify is false";
    const reason =
        `"${subnetSelection}" needs to know which zones the services serve, but ${cause}; ` +
        `use "${SubnetSelection.Exact}" and give only subnets of served zones`;
    return problem("subnetSelection", reason);
}
