import { follow, type Links, sharedTargets, targetsOf } from "../../stack/links";
import { ENDPOINT_SET, FLOW_LOG, SUBNETS, VPC_ENDPOINT, VPCS } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek } from "../../stack/unknownValues";
import { isGiven, readStrings, readValue } from "../../stack/values";
import type { EksEndpoint } from "../endpoints";
import { subnetsOf, vpcOf } from "../network";

/** The flow logs of this stack that record an endpoint. */
export interface FlowLogCoverage {
    /** Logs of its VPC, of any of its subnets or of any of its interfaces. */
    logs: StackResource[];
    /** Whether they record all of it. */
    complete: boolean;
}

/** Finds the flow logs of an endpoint: a VPC's log records all its interfaces, a subnet's those in the subnet. */
export function findFlowLogs(stack: Stack, endpoint: EksEndpoint): FlowLogCoverage {
    const all = stack.ofType(FLOW_LOG);
    const scopes = [
        { property: "vpcId", places: vpcOf(stack, endpoint), types: VPCS },
        { property: "subnetId", places: subnetsOf(stack, endpoint), types: SUBNETS },
        { property: "eniId", places: interfacesOf(endpoint), types: [VPC_ENDPOINT] },
    ].map(({ property, places, types }) => {
        const wanted = [...targetsOf(places).keys()];
        const found = all
            .map((log) => ({ log, links: follow(stack, log, property, { types }) }))
            .filter(({ links }) => sharedTargets(links, places).size > 0);
        const reached = new Set(found.flatMap(({ links }) => [...targetsOf(links).keys()]));
        return {
            logs: found.map(({ log }) => log),
            complete:
                wanted.length > 0 && !places.unknown && wanted.every((key) => reached.has(key)),
        };
    });
    return {
        logs: scopes.flatMap(({ logs }) => logs),
        complete: scopes.some(({ complete }) => complete),
    };
}

/** Interfaces have no resources: their IDs are outputs of the endpoint, which stands for all of them in preview. */
function interfacesOf({ resource }: EksEndpoint): Links {
    const { values, unknown } = readStrings(resource.outputs, "networkInterfaceIds");
    return { resources: unknown.length > 0 ? [resource] : [], elsewhere: values };
}

/** Whether all of an endpoint is recorded, by logs of this stack or by one that its `EksEndpointSet` names. */
export function isRecorded(stack: Stack, endpoint: EksEndpoint): boolean {
    return findFlowLogs(stack, endpoint).complete || namesExistingFlowLog(stack, endpoint);
}

function namesExistingFlowLog(stack: Stack, { resource }: EksEndpoint): boolean {
    return stack
        .ancestorsOf(resource)
        .filter(({ type }) => type === ENDPOINT_SET)
        .some(({ given }) => {
            const { value, unknown } = peek(() => readValue(given, "flowLogs"));
            return unknown !== undefined || isGiven(value, "existingFlowLogId");
        });
}
