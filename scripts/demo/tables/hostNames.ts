import { resolve, type World } from "../../../simulated-aws/index";
import { Failure } from "../../failure";
import type { HubOutputs } from "../outputs";
import { addressesOf } from "./endpoints";
import { table } from "./table";

/** What each host name resolves to from each VPC. Fails where it is not the endpoint. */
export function hostNamesTable(
    world: World,
    { connection }: HubOutputs,
    vpcs: { [title: string]: string },
): string {
    const rows = Object.entries(connection.services).flatMap(
        ([service, { endpointId, hostNames }]) =>
            hostNames.map((hostName) => [
                service,
                hostName,
                ...Object.values(vpcs).map((vpcId) =>
                    answerIn(world, vpcId, hostName, addressesOf(world, endpointId)),
                ),
            ]),
    );
    return table(["Service", "Host name", ...Object.keys(vpcs)], rows, 1);
}

function answerIn(world: World, vpcId: string, hostName: string, expected: string[]): string {
    const answers = (["A", "AAAA"] as const).map((type) =>
        resolve(world, { vpcId }, hostName, type),
    );
    const found = answers.flatMap(({ addresses }) => addresses);
    if (expected.length === 0 || found.sort().join() !== [...expected].sort().join()) {
        const seen = found.join(", ") || answers.map(({ status }) => status).join(", ");
        throw new Failure(
            `from ${vpcId} ${hostName} resolves to ${seen}, not to its endpoint (${expected.join(", ")})`,
        );
    }
    return found.join(", ");
}
