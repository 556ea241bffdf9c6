import type { FunctionModel } from "../model/resource";
import { stringMap, strings } from "../model/schema";
import { gatewayListId } from "../services/endpoints/gatewayLists";
import { listVisible } from "../services/ram/shareable";
import { endpointServices } from "../world/endpointServices";
import type { PrefixList } from "../world/objects/network";
import { arnOf } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { filters, fits, theOnly } from "./filters";

/** A prefix list as DescribePrefixLists shows it: AWS's own for gateway endpoints; their ranges are not modelled. */
export const getPrefixList: FunctionModel = {
    schema: {
        token: "aws:ec2/getPrefixList:getPrefixList",
        args: { filters, name: "string", prefixListId: "string", region: "string" },
        result: {
            cidrBlocks: strings,
            filters,
            id: "string",
            name: "string",
            prefixListId: "string",
            region: "string",
        },
        optionalResult: ["filters", "prefixListId"],
    },
    operations: { service: "EC2", call: "DescribePrefixLists" },
    call: (scope, args) => {
        const byArgument = { name: "prefix-list-name", prefixListId: "prefix-list-id" };
        const matching = listsSeen(scope).filter(({ id, name }) =>
            fits(args, { "prefix-list-id": id, "prefix-list-name": name }, {}, byArgument),
        );
        const found = theOnly(matching, "EC2 Prefix List");
        return {
            id: found.id,
            name: found.name,
            cidrBlocks: found.cidrBlocks,
            filters: args.filters,
            prefixListId: args.prefixListId,
            region: scope.region,
        };
    },
};

/** A prefix list as DescribeManagedPrefixLists shows it, one of AWS's own among them. */
export const getManagedPrefixList: FunctionModel = {
    schema: {
        token: "aws:ec2/getManagedPrefixList:getManagedPrefixList",
        args: { filters, id: "string", name: "string", region: "string", tags: stringMap },
        result: {
            addressFamily: "string",
            arn: "string",
            entries: { list: { object: { cidr: "string", description: "string" } } },
            filters,
            id: "string",
            maxEntries: "integer",
            name: "string",
            ownerId: "string",
            region: "string",
            tags: stringMap,
            version: "integer",
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeManagedPrefixLists" },
    call: (scope, args) => {
        const byArgument = { id: "prefix-list-id", name: "prefix-list-name" };
        const matching = listsSeen(scope).filter(({ id, name, own }) => {
            const facets = {
                "owner-id": own?.account ?? "AWS",
                "prefix-list-id": id,
                "prefix-list-name": name,
            };
            return fits(args, facets, own?.tags ?? {}, byArgument);
        });
        const { id, name, own } = theOnly(matching, "EC2 Managed Prefix List");
        const arn = arnOf(scope, "ec2", `prefix-list/${id}`);
        return {
            addressFamily: own?.addressFamily ?? "IPv4",
            arn: own === undefined ? arn.replace(scope.account, "aws") : arn,
            entries: (own?.entries ?? []).map((entry) => ({ ...entry })),
            filters: args.filters,
            id,
            maxEntries: own?.maxEntries ?? 0,
            name,
            ownerId: own?.account ?? "AWS",
            region: scope.region,
            tags: { ...own?.tags },
            version: own?.version ?? 0,
        };
    },
};

interface SeenList {
    id: string;
    name: string;
    cidrBlocks: string[];
    /** Absent for one of AWS's. */
    own?: PrefixList;
}

function listsSeen(scope: Scope): SeenList[] {
    const ofAws = endpointServices(scope.world, scope.region)
        .filter(({ types }) => types.includes("Gateway"))
        .map(({ serviceName }) => ({
            id: gatewayListId(serviceName),
            name: serviceName,
            cidrBlocks: [],
        }));
    const own = listVisible(scope, "prefixLists").map((each) => ({
        id: each.id,
        name: each.name,
        cidrBlocks: each.entries.map(({ cidr }) => cidr),
        own: each,
    }));
    return [...ofAws, ...own];
}
