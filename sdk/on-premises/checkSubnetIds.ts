import { findRepeated, knownItems, type List } from "../component/lists";
import { FEWEST_RESOLVER_ADDRESSES } from "../domain/limits";
import { type Problem, problem } from "../domain/problem";

/** What is wrong with a list of subnets, as far as it is known, before AWS is asked about any of them. */
export function checkSubnetIds(subnetIds: List): Problem[] {
    if (Array.isArray(subnetIds) && subnetIds.length < FEWEST_RESOLVER_ADDRESSES) {
        const given = subnetIds.length === 0 ? "is empty" : "has one subnet";
        const reason = `${given}, and a Resolver endpoint needs two addresses or more; give two subnets in different zones`;
        return problem("subnetIds", reason);
    }
    const known = knownItems(subnetIds);
    return findRepeated(known.map(({ value }) => value)).flatMap(({ index, value }) =>
        problem(
            `subnetIds[${known[index]?.index}]`,
            `${value} is there twice; the addresses have to be in different zones, so name it once`,
        ),
    );
}
