import { authorize, connect, type World } from "../../../simulated-aws/index";
import type { HubOutputs } from "../outputs";
import type { Place, Places } from "../world";
import { addressesOf } from "./endpoints";
import { table } from "./table";

/** An account outside the organisation. */
const STRANGER = "999988887777";

/** A call that the EKS API gets every day. */
const ACTION = "eks:DescribeCluster";

/** Who can connect to the endpoints, and whose calls the EKS API's endpoint lets pass. */
export function clientsTable(
    world: World,
    { connection }: HubOutputs,
    { teamA, teamB, newcomer }: Places,
): string {
    const endpointIds = Object.values(connection.services).map(({ endpointId }) => endpointId);
    const targets = endpointIds.flatMap((endpointId) => addressesOf(world, endpointId));
    const eks = connection.services.eks?.endpointId ?? "";

    const row = (client: string, { vpcId, cidrBlock }: Place, credentials: string): string[] => {
        const from = { vpcId, address: cidrBlock.replace("0.0/16", "0.77") };
        const admitting = (port: number) =>
            targets.filter((target) => connect(world, from, target, port).allowed).length;
        const principalArn = `arn:aws:iam::${credentials}:role/client`;
        const { allowed } = authorize(world, eks, { principalArn, action: ACTION });
        const call = admitting(443) === 0 ? "-" : allowed ? "allowed" : "denied";
        const ports = [443, 22].map((port) => `${admitting(port)} of ${targets.length}`);
        return [client, from.address, credentials, ...ports, call];
    };
    return table(
        ["Client in", "Address", "Credentials of", "TCP 443", "TCP 22", ACTION],
        [
            row("team-a", teamA, teamA.account),
            row("team-a", teamA, STRANGER),
            row("team-b", teamB, teamB.account),
            row("newcomer", newcomer, newcomer.account),
        ],
        2,
    );
}
