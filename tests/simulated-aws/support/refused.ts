import * as assert from "node:assert/strict";

import type { Properties } from "../../../simulated-aws/model/values";
import { Engine, network } from "./engine";

/** Where an endpoint is asked for. */
export interface Setting {
    engine?: Engine;
    /** Letters of the subnets' zones. Defaults to `ab`. */
    zones?: string;
    vpc?: Properties;
    subnet?: (index: number) => Properties;
}

export type Place = Awaited<ReturnType<typeof network>>;

/** AWS's answer to CreateVpcEndpoint; `<vpc>` and `<subnet n>` stand for IDs. */
export function answer(text: string, place: Place): string {
    return `operation error EC2: CreateVpcEndpoint, api error ${text}`
        .replace("<vpc>", place.vpc.id)
        .replace("<subnet 0>", place.subnetIds[0] ?? "")
        .replace("<subnet 1>", place.subnetIds[1] ?? "");
}

/** Asks for an endpoint that EC2 refuses with a text, and sees that nothing has come of it. */
export async function refused(
    expected: string | RegExp,
    inputs: (place: Place) => Properties,
    setting: Setting = {},
): Promise<void> {
    const engine = setting.engine ?? new Engine();
    const place = await network(engine, setting.zones, setting.vpc, setting.subnet);
    const before = JSON.stringify(engine.world.objects);
    const wanted = inputs(place);
    const message = typeof expected === "string" ? answer(expected, place) : expected;
    await assert.rejects(engine.create("ec2.VpcEndpoint", wanted), { message });
    assert.equal(JSON.stringify(engine.world.objects), before);
}
