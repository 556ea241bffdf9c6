import type { Properties } from "../../../simulated-aws/model/values";
import { Engine, network } from "./engine";

/** An inline rule that admits a range on TCP 443. */
export const rule = (more: Properties = {}) => ({
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: ["10.0.0.0/16"],
    description: "clients",
    ...more,
});

/** A group in a network of its own. */
export async function withGroup(inputs: Properties = {}) {
    const engine = new Engine();
    const { vpc } = await network(engine, "");
    const group = await engine.create("ec2.SecurityGroup", { vpcId: vpc.id, ...inputs });
    return { engine, vpc, group };
}
