import { EksEndpointShare, type EksEndpointShareArgs } from "../../../sdk/index";
import { offering } from "../../support/connection";
import { type Registration, type RunOptions, runProgram } from "../../support/runProgram";

/** A consumer of another account. */
export const ORDERS = { vpcId: "vpc-0b", accountId: "444455556666" };

/** A share and what its program registered. */
export interface DeployedShare {
    share: EksEndpointShare;
    registrations: Registration[];
}

/** Shares endpoints of another stack; the mocks check nothing of them in a preview. */
export async function deploy(
    args: Partial<EksEndpointShareArgs> = {},
    options: RunOptions = { preview: true },
): Promise<DeployedShare> {
    const given = { connection: offering(args.services), ...args };
    const { value: share, registrations } = await runProgram(
        () => new EksEndpointShare("hub", given),
        options,
    );
    return { share, registrations };
}

/** What was registered, as types and names in order. */
export function namesOf(registrations: Registration[]): string[] {
    return registrations.map(({ type, name }) => `${type} ${name}`).sort();
}
