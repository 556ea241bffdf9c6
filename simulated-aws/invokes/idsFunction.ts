import type { FunctionModel } from "../model/resource";
import { type PropertyTypes, stringMap, stringSet } from "../model/schema";
import type { Scope } from "../world/types";
import type { WorldObject } from "../world/worldObject";
import { type Facets, filters, fits } from "./filters";

/** A look-up that answers the IDs of all objects that a caller sees and that fit filters, tags and, where it has that, a VPC. */
export function idsFunction<T extends WorldObject>(
    name: string,
    operation: string,
    seenBy: (scope: Scope) => T[],
    facetsOf: (scope: Scope, found: T) => Facets,
    byArgument: { vpcId?: string } = {},
): FunctionModel {
    const vpc: PropertyTypes = "vpcId" in byArgument ? { vpcId: "string" } : {};
    return {
        schema: {
            token: `aws:ec2/${name}:${name}`,
            args: { filters, region: "string", tags: stringMap, ...vpc },
            result: {
                filters,
                id: "string",
                ids: stringSet,
                region: "string",
                tags: stringMap,
                ...vpc,
            },
            optionalResult: ["filters", ...Object.keys(vpc)],
        },
        operations: { service: "EC2", call: operation },
        call: (scope, args) => {
            const matching = seenBy(scope).filter((each) =>
                fits(args, facetsOf(scope, each), each.tags, { ...byArgument }),
            );
            return {
                filters: args.filters,
                id: scope.region,
                ids: matching.map(({ id }) => id),
                region: scope.region,
                tags: args.tags ?? {},
                vpcId: args.vpcId,
            };
        },
    };
}
