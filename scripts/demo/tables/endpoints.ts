import type { World } from "../../../simulated-aws/index";
import type { HubOutputs } from "../outputs";
import { table } from "./table";

/** Endpoints per zone, as AWS describes them. */
export function endpointsTable(world: World, { connection }: HubOutputs): string {
    const rows = Object.entries(connection.services).flatMap(([service, { endpointId }]) =>
        interfacesOf(world, endpointId).map(({ subnetId, privateIp }) => [
            service,
            endpointId,
            world.objects.subnets[subnetId]?.availabilityZone ?? "",
            privateIp,
        ]),
    );
    return table(["Service", "Endpoint", "Zone", "Address"], rows, 2);
}

/** Addresses of an endpoint, one a subnet and family. */
export function addressesOf(world: World, endpointId: string): string[] {
    return interfacesOf(world, endpointId).flatMap(({ privateIp, ipv6Address }) =>
        [privateIp, ipv6Address].filter((address) => address !== ""),
    );
}

/** The network interfaces of an endpoint, one a subnet. */
export function interfacesOf({ objects }: World, endpointId: string) {
    return Object.values(objects.networkInterfaces).filter(({ ownedBy }) => ownedBy === endpointId);
}
