import { findPartition } from "eks-privatelink/domain";

import { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { EksEndpoint } from "../endpoints";
import { findEksHost } from "../hosts";
import { readPrivateNames } from "./privateNames";
import { findRecords, isAnswering } from "./records";

/** A zone or record that is meant for a service, and whose name none of its clients asks for. */
export interface Misnamed {
    resource: StackResource;
    name: string;
}

/** The private zone, or the record in one, that is meant for the service of an endpoint and has a wrong name. */
export function findMisnamed(stack: Stack, endpoint: EksEndpoint): Misnamed | undefined {
    const { zones } = stack.once(readPrivateNames);
    const names = [
        ...zones.map(({ resource, name }) => ({ resource, name })),
        ...zones.flatMap((zone) => findRecords(stack, zone, new Notes()).filter(isAnswering)),
    ];
    for (const { resource, name } of names) {
        if (name !== undefined && isMeantFor(name, endpoint)) {
            return { resource, name };
        }
    }
    return undefined;
}

/** Whether a name has the words of the service and of a suffix of AWS, with or without its region, and is no host name of EKS. */
function isMeantFor(name: string, { service, region }: EksEndpoint): boolean {
    const partition = findPartition(region);
    const labels = name.split(".");
    if (partition === undefined || findEksHost(name) !== undefined) {
        return false;
    }
    const words = labels.filter((label) => label !== region).flatMap((label) => label.split("-"));
    return [partition.dnsSuffix, partition.dualStackDnsSuffix].some((suffix) =>
        isSame(words, [...service.split("-"), ...suffix.split(/[.-]/)]),
    );
}

function isSame(one: string[], other: string[]): boolean {
    return [...one].sort().join() === [...other].sort().join();
}
