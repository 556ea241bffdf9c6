import type { Answer, World } from "../../../tests/simulated-aws";
import { resolve } from "../../../tests/simulated-aws";
import { Failure } from "../failure";
import type { SetOutputs } from "../outputs";
import { table } from "./table";

/** What each host name resolves to inside the VPC. Fails where it is not the endpoint. */
export function hostNamesTable(
    world: World,
    { hostNames, addresses, connection }: SetOutputs,
): string {
    const { vpcId } = connection;
    const rows = Object.entries(hostNames).flatMap(([service, names]) =>
        names.map((name) => {
            const v4 = resolve(world, { vpcId }, name, "A");
            const v6 = resolve(world, { vpcId }, name, "AAAA");
            checkAddresses(name, [v4, v6], addresses[service] ?? []);
            return [service, name, shown(v4), shown(v6)];
        }),
    );
    return table(["Service", "Host name", "A", "AAAA"], rows, 1);
}

function shown({ status, addresses }: Answer): string {
    if (status !== "private") {
        return status;
    }
    return addresses.length === 0 ? "no record" : addresses.join(", ");
}

function checkAddresses(name: string, answers: Answer[], expected: string[]): void {
    const found = answers.flatMap(({ addresses }) => addresses);
    if (expected.length === 0 || found.sort().join() !== [...expected].sort().join()) {
        const seen = found.join(", ") || answers.map(({ status }) => status).join(", ");
        throw new Failure(
            `${name} resolves to ${seen}, not to its endpoint (${expected.join(", ")})`,
        );
    }
}
