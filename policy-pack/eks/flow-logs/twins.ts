import { follow, sharedTargets } from "../../stack/links";
import { BUCKETS, LOG_GROUP, STREAM, SUBNETS, VPC_ENDPOINT, VPCS } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek } from "../../stack/unknownValues";
import { readValue } from "../../stack/values";

const PLACES = [
    { property: "vpcId", types: VPCS },
    { property: "subnetId", types: SUBNETS },
    { property: "eniId", types: [VPC_ENDPOINT] },
];
const DESTINATION = { types: [LOG_GROUP, ...BUCKETS, STREAM], by: "arn" };
const SETTINGS = ["trafficType", "logFormat", "maxAggregationInterval"];

/**
 * The log among these that AWS takes for the same as another one: of one resource, to one destination, with equal settings.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html, read 2026-11-26.
 */
export function findTwin(
    stack: Stack,
    log: StackResource,
    others: StackResource[],
): StackResource | undefined {
    const shares = (other: StackResource, property: string, options: { types: string[] }) => {
        const [one, two] = [log, other].map((each) => follow(stack, each, property, options));
        return one !== undefined && two !== undefined && sharedTargets(one, two).size > 0;
    };
    return others.find(
        (other) =>
            PLACES.some(({ property, types }) => shares(other, property, { types })) &&
            shares(other, "logDestination", DESTINATION) &&
            SETTINGS.every((key) => isEqual(log, other, key)),
    );
}

/** Whether both leave a setting out, or have the same; what preview does not know is equal to nothing. */
function isEqual(log: StackResource, other: StackResource, key: string): boolean {
    const [one, two] = [log, other].map(({ given }) => peek(() => readValue(given, key)));
    return one?.unknown === undefined && two?.unknown === undefined && one?.value === two?.value;
}
