import type { World } from "../../../tests/simulated-aws";
import { connect } from "../../../tests/simulated-aws";
import type { SetOutputs } from "../outputs";
import { table } from "./table";

/** Clients and ports to try; the stranger's packets are taken to arrive, over a peering for example. */
const ATTEMPTS = [
    { client: "in the VPC", address: "10.0.1.77", port: 443 },
    { client: "in the VPC", address: "10.0.1.77", port: 80 },
    { client: "in the VPC", address: "10.0.1.77", port: 22 },
    { client: "from elsewhere", address: "172.31.5.9", port: 443 },
];

/** Who can connect to every address of the endpoints. */
export function connectionsTable(world: World, { addresses, connection }: SetOutputs): string {
    const targets = Object.values(addresses).flat();
    const rows = ATTEMPTS.map(({ client, address, port }) => {
        const from = { vpcId: connection.vpcId, address };
        const admitted = targets.filter((target) => connect(world, from, target, port).allowed);
        return [client, address, `TCP ${port}`, answer(admitted.length, targets.length)];
    });
    return table(["Client", "Address", "Port", "Endpoint addresses"], rows, 2);
}

function answer(admitted: number, all: number): string {
    const words = admitted === 0 ? "refused by" : "admitted by";
    return `${words} ${admitted === 0 || admitted === all ? `all ${all}` : `${admitted} of ${all}`}`;
}
