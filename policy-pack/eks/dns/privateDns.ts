import { follow, groupByTarget } from "../../stack/links";
import { ENDPOINT_PRIVATE_DNS, VPC_ENDPOINT } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { UnknownValue } from "../../stack/unknownValues";
import { isGiven, readBoolean } from "../../stack/values";
import type { EksEndpoint } from "../endpoints";

/**
 * Whether private DNS of an endpoint is on, by an `EndpointPrivateDns` before its own flag. Throws what preview does not
 * know, also while an `EndpointPrivateDns` may belong to any endpoint.
 */
export function hasPrivateDns(stack: Stack, endpoint: EksEndpoint): boolean {
    const isOn = ({ given }: StackResource): boolean =>
        readBoolean(given, "privateDnsEnabled") === true;
    const switches = findSwitches(stack, endpoint);
    const holders = switches.length > 0 ? switches : [endpoint.resource];
    const stray = switches.length > 0 ? undefined : stack.once(straySwitch);
    if (holders.some(isOn)) {
        return true;
    }
    if (stray !== undefined) {
        throw stray;
    }
    return false;
}

/** The `EndpointPrivateDns` resources of an endpoint. */
export function findSwitches(stack: Stack, { resource }: EksEndpoint): StackResource[] {
    return stack.once(switchesByEndpoint).get(resource) ?? [];
}

/**
 * Whether the program gives an endpoint a flag of its own. Without its inputs nobody can tell: AWS fills in what the
 * program leaves out.
 */
export function hasOwnFlag({ resource: { given, outputs } }: EksEndpoint): boolean {
    return given !== outputs && isGiven(given, "privateDnsEnabled");
}

function switchesByEndpoint(stack: Stack): Map<StackResource, StackResource[]> {
    return groupByTarget(stack.ofType(ENDPOINT_PRIVATE_DNS), (each) =>
        follow(stack, each, "vpcEndpointId", { types: [VPC_ENDPOINT] }),
    );
}

function straySwitch(stack: Stack): UnknownValue | undefined {
    return stack
        .ofType(ENDPOINT_PRIVATE_DNS)
        .map((each) => follow(stack, each, "vpcEndpointId", { types: [VPC_ENDPOINT] }).unknown)
        .find((unknown) => unknown !== undefined);
}
