import type { ComponentResource } from "@pulumi/pulumi";

import { endpointConsumer } from "./endpointConsumer";
import { endpointSet } from "./endpointSet";
import { endpointShare } from "./endpointShare";
import { inboundDns } from "./inboundDns";
import type { Table } from "./table";

/** The tables of all components. */
export const TABLES = [
    endpointSet,
    endpointShare,
    endpointConsumer,
    inboundDns,
] as unknown as Table<object>[];

/** The components by name, as a package exports them. */
export interface Package {
    [component: string]: unknown;
}

/** Creates the component of a table. */
export function create(
    { component, name }: Table<object>,
    args: object,
    from: object,
): ComponentResource {
    const Component = (from as Package)[component] as new (
        name: string,
        args: object,
    ) => ComponentResource;
    return new Component(name, args);
}
