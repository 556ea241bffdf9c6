import assert from "node:assert/strict";

import { vpcDnsAttributes as policy } from "../../../policy-pack/policies/dns/vpcDnsAttributes";
import { judge } from "../support/judge";
import { network, stackOf, vpc } from "../support/resources";
import { Later, outputOf, type TestResource } from "../support/testResource";

const OFF = { enableDnsHostnames: false };

/** A remote component: the engine says of its outputs only that they come from the component. */
function component(name: string): TestResource {
    return { type: "awsx:ec2:Vpc", name, inputs: {}, computed: {} };
}

/** The names of the VPCs that an endpoint is found to be in. */
async function vpcsOf(
    vpcId: unknown,
    others: TestResource[],
    phase: "preview" | "update" = "preview",
): Promise<string[]> {
    const findings = await judge(policy, stackOf(network({ endpoint: { vpcId } }), ...others), {
        phase,
    });
    return findings.map(([level, resource]) => `${level} ${resource}`);
}

describe("follow", () => {
    it("follows an unknown ID to the resource it comes from", async () => {
        const own = vpc(OFF, { name: "own" });
        assert.deepEqual(await vpcsOf(outputOf(own), [own]), ["mandatory own"]);
    });

    it("follows a known ID to the resource that has it", async () => {
        const own = vpc(OFF, { name: "own" });
        assert.deepEqual(await vpcsOf(own.computed.id, [own], "update"), ["mandatory own"]);
    });

    it("follows a known ID by dependency where the engine does not show the resource's own", async () => {
        const own = { ...vpc(OFF, { name: "own" }), computed: {} };
        const vpcId = new Later("vpc-0123", [own]);
        assert.deepEqual(await vpcsOf(vpcId, [own], "update"), ["mandatory own"]);
    });

    it("follows an unknown output of a component to its only VPC", async () => {
        const awsx = component("awsx");
        const own = vpc(OFF, { name: "own", parent: awsx });
        assert.deepEqual(await vpcsOf(new Later("vpc-0123", [awsx]), [awsx, own]), [
            "mandatory own",
        ]);
    });

    it("does not guess between two VPCs of a component", async () => {
        const awsx = component("awsx");
        const two = ["one", "two"].map((name) => vpc(OFF, { name, parent: awsx }));
        assert.deepEqual(await vpcsOf(new Later("vpc-0123", [awsx]), [awsx, ...two]), [
            "advisory eks",
        ]);
    });

    it("knows an ID that comes from no resource to be from elsewhere", async () => {
        assert.deepEqual(await vpcsOf("vpc-0123", [vpc(OFF, { name: "other" })]), []);
    });
});
