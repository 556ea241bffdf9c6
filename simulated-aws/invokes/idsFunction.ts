import type { FunctionModel } from "../model/resource";
import { stringMap, stringSet } from "../model/schema";
import type { ObjectKinds, Scope } from "../world/types";
import { list } from "../world/objectsOf";
import type { Facets } from "./filters";
import { filters, fits } from "./filters";

/** A look-up that answers the IDs of all objects of a kind that fit filters and tags. */
export function idsFunction<K extends keyof ObjectKinds>(
    kind: K,
    name: string,
    operation: string,
    facetsOf: (scope: Scope, found: ObjectKinds[K]) => Facets,
): FunctionModel {
    return {
        schema: {
            token: `aws:ec2/${name}:${name}`,
            args: { filters, region: "string", tags: stringMap },
            result: { filters, id: "string", ids: stringSet, region: "string", tags: stringMap },
            optionalResult: ["filters"],
        },
        operations: { service: "EC2", call: operation },
        call: (scope, args) => {
            const matching = list(scope, kind).filter((each) =>
                fits(args, facetsOf(scope, each), each.tags, {}),
            );
            return {
                filters: args.filters,
                id: scope.region,
                ids: matching.map(({ id }) => id),
                region: scope.region,
                tags: args.tags ?? {},
            };
        },
    };
}
