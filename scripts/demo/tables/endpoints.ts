import type { World } from "../../../tests/simulated-aws";
import type { SetOutputs } from "../outputs";
import { table } from "./table";

/** Endpoints per zone, as AWS describes them. */
export function endpointsTable(world: World, { connection }: SetOutputs): string {
    const rows = Object.entries(connection.services).flatMap(([service, { endpointId }]) =>
        interfacesOf(world, endpointId).map(({ subnetId, privateIp, ipv6Address }) => [
            service,
            endpointId,
            world.objects.subnets[subnetId]?.availabilityZone ?? "",
            subnetId,
            [privateIp, ipv6Address].filter((address) => address !== "").join("\n"),
        ]),
    );
    return table(["Service", "Endpoint", "Zone", "Subnet", "Address"], rows, 2);
}

/** The network interfaces of an endpoint, one a subnet. */
export function interfacesOf({ objects }: World, endpointId: string) {
    return Object.values(objects.networkInterfaces).filter(({ ownedBy }) => ownedBy === endpointId);
}
