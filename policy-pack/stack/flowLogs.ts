import { EksEndpoint } from "./eksEndpoints";
import { follow, Links } from "./links";
import {
    ENDPOINT_SET,
    FLOW_LOG,
    SUBNET_ASSOCIATION,
    SUBNETS,
    VPC_ENDPOINT,
    VPCS,
} from "./resourceTypes";
import { Stack } from "./stack";
import { StackResource } from "./stackResource";
import { peek } from "./unknownValues";
import { readStrings, readValue } from "./values";

/** The flow logs of this stack that record an endpoint. */
export interface FlowLogCoverage {
    /** Logs of its VPC, of any of its subnets or of any of its interfaces. */
    logs: StackResource[];
    /** Whether they record all of it. */
    complete: boolean;
}

/** The VPC of an endpoint. */
export function vpcOf(stack: Stack, { resource }: EksEndpoint): Links {
    return follow(stack, resource, "vpcId", { types: VPCS });
}

/** Finds the flow logs of an endpoint: a VPC's log records all its interfaces, a subnet's those in the subnet. */
export function findFlowLogs(stack: Stack, endpoint: EksEndpoint): FlowLogCoverage {
    const all = stack.ofType(FLOW_LOG);
    const scopes = [
        { property: "vpcId", places: vpcOf(stack, endpoint), types: VPCS },
        { property: "subnetId", places: subnetsOf(stack, endpoint), types: SUBNETS },
        { property: "eniId", places: interfacesOf(endpoint), types: [VPC_ENDPOINT] },
    ].map(({ property, places, types }) => {
        const wanted = keysOf(places);
        const found = all
            .map((log) => ({ log, links: follow(stack, log, property, { types }) }))
            .filter(({ links }) => [...keysOf(links)].some((key) => wanted.has(key)));
        const reached = new Set(found.flatMap(({ links }) => [...keysOf(links)]));
        return {
            logs: found.map(({ log }) => log),
            complete:
                wanted.size > 0 && !places.unknown && [...wanted].every((key) => reached.has(key)),
        };
    });
    return {
        logs: scopes.flatMap(({ logs }) => logs),
        complete: scopes.some(({ complete }) => complete),
    };
}

function subnetsOf(stack: Stack, { resource }: EksEndpoint): Links {
    const associations = stack
        .ofType(SUBNET_ASSOCIATION)
        .filter((association) =>
            follow(stack, association, "vpcEndpointId", {
                types: [VPC_ENDPOINT],
            }).resources.includes(resource),
        )
        .map((association) => follow(stack, association, "subnetId", { types: SUBNETS }));
    const links = [follow(stack, resource, "subnetIds", { types: SUBNETS }), ...associations];
    return {
        resources: links.flatMap(({ resources }) => resources),
        elsewhere: links.flatMap(({ elsewhere }) => elsewhere),
        unknown: links.find(({ unknown }) => unknown !== undefined)?.unknown,
    };
}

/** Interfaces have no resources: their IDs are outputs of the endpoint, which stands for all of them in preview. */
function interfacesOf({ resource }: EksEndpoint): Links {
    const { values, unknown } = readStrings(resource.outputs, "networkInterfaceIds");
    return { resources: unknown.length > 0 ? [resource] : [], elsewhere: values };
}

function keysOf({ resources, elsewhere }: Links): Set<string> {
    return new Set([...resources.map(({ urn }) => urn), ...elsewhere]);
}

/** Whether the endpoint belongs to an `EksEndpointSet` that names a flow log which exists already. */
export function namesExistingFlowLog(stack: Stack, { resource }: EksEndpoint): boolean {
    return stack
        .ancestorsOf(resource)
        .filter(({ type }) => type === ENDPOINT_SET)
        .some(({ given }) => {
            const named = peek(() => readValue(readValue(given, "flowLogs"), "existingFlowLogId"));
            return named.unknown !== undefined || named.value !== undefined;
        });
}
