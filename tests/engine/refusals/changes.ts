import { type Output, output } from "@pulumi/pulumi";
import { EksEndpointSet } from "eks-privatelink";

import type { World } from "../../../simulated-aws/index";
import type { Ground, Refusal } from "./refusal";

export const NO_CHANGE = (): object => ({});

/** What every component asks before anything else. */
export const IDENTITY: Refusal = {
    spoil: throttle("GetCallerIdentity"),
    expected:
        /^AWS did not say in which account and region this stack works: .*ThrottlingException: Rate exceeded; run again, /,
};

export const SUBNET_OF_NOTHING = "subnet-0123456789abcdef0";
export const VPC_OF_NOTHING = "vpc-0123456789abcdef0";

/** The set whose connection other components are given. */
export function setOf(
    { own: { vpcId, subnetIds } }: Ground,
    privateDnsEnabled: boolean,
): EksEndpointSet {
    return new EksEndpointSet("eks", {
        vpcId,
        subnetIds: subnetIds.slice(0, 2),
        privateDnsEnabled,
        flowLogs: { enabled: false },
    });
}

/** A connection with some fields changed on the way. */
export function edited(changes: object): Refusal["change"] {
    return (_, connection) => ({
        connection: connection.apply((known) => ({ ...known, ...changes })),
    });
}

/** A value that comes after the arguments have been checked, as from another stack. */
export function later(value: unknown): Output<unknown> {
    return output(Promise.resolve(value));
}

/** Makes a call of AWS fail, however often it is tried. */
export function throttle(operation: string): (world: World) => void {
    return (world) => {
        world.faults = Array.from({ length: 50 }, (_, i) => ({
            operation,
            nth: i + 1,
            kind: "throttled" as const,
        }));
    };
}

/** Takes away from a VPC what private names need. */
export function dnsOff(network: "own" | "other"): (world: World, ground: Ground) => void {
    return ({ objects: { vpcs } }, ground) => {
        const { vpcId } = ground[network];
        Object.assign(vpcs[vpcId] ?? {}, { enableDnsSupport: false, enableDnsHostnames: false });
    };
}

/** Makes a service of the region differ from what is usual. */
export function changeService(service: string, change: object): (world: World) => void {
    return (world) => {
        const serviceName = `com.amazonaws.eu-west-1.${service}`;
        world.endpointServices = { "eu-west-1": { [serviceName]: change } };
    };
}

/** Puts a hosted zone of somebody else into a VPC. */
export function addZone(name: string, network: "own" | "other"): Refusal["spoil"] {
    return ({ objects: { zones, vpcs } }, ground) => {
        const { vpcId } = ground[network];
        const { account = "", region: vpcRegion = "" } = vpcs[vpcId] ?? {};
        const [zone] = Object.values(zones);
        if (zone !== undefined) {
            const id = "Z0STRANGER";
            const vpcs = [{ vpcId, vpcRegion }];
            zones[id] = { ...zone, id, account, name, vpcs, authorizations: [], tags: {} };
        }
    };
}

/** Puts an endpoint of somebody else, with private DNS, into a VPC. */
export function addEndpoint(service: string, network: "own" | "other"): Refusal["spoil"] {
    return ({ objects: { endpoints, vpcs } }, ground) => {
        const { vpcId } = ground[network];
        const { account = "" } = vpcs[vpcId] ?? {};
        const [endpoint] = Object.values(endpoints);
        if (endpoint !== undefined) {
            const id = "vpce-0123456789abcdef0";
            const serviceName = `com.amazonaws.eu-west-1.${service}`;
            const more = { id, account, vpcId, serviceName, privateDnsEnabled: true, tags: {} };
            endpoints[id] = { ...endpoint, ...more };
        }
    };
}
