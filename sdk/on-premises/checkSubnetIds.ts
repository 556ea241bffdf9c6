import { Input } from "@pulumi/pulumi";
import { Problem } from "../domain/problem";
import { knownItems, repeated } from "../endpoint-set/knownItems";

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverEndpoint.html, read 2026-11-23. */
const FEWEST = 2;

/** What is wrong with a list of subnets, as far as it is known, before AWS is asked about any of them. */
export function checkSubnetIds(subnetIds: Input<Input<string>[]>): Problem[] {
    if (Array.isArray(subnetIds) && subnetIds.length < FEWEST) {
        const given = subnetIds.length === 0 ? "is empty" : "has one subnet";
        const reason = `${given}, and a Resolver endpoint needs two addresses or more; give two subnets in different zones`;
        return [{ path: "subnetIds", reason }];
    }
    const known = knownItems(subnetIds);
    return repeated(known.map(({ value }) => value)).map(({ index, value }) => ({
        path: `subnetIds[${known[index]?.index}]`,
        reason: `${value} is there twice; the addresses have to be in different zones, so name it once`,
    }));
}
