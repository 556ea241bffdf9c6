import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { EksEndpointSet } from "eks-privatelink";

import { createNetwork } from "./network";
import { PACK, useEngine } from "./support";
import { nameOf } from "./testStack";

describe("pulumi policy analyze with the pack, on a stack that went up without it", function () {
    this.timeout(120_000);
    const engine = useEngine();

    /** Deploys a program, and runs the README's command on its stack. */
    async function analyze(
        name: string,
        program: () => unknown,
    ): Promise<{ status: number | null; found: string[] }> {
        const deployed = await engine().stack(name, program);
        assert.deepEqual((await deployed.up()).errors, []);
        const command = ["policy", "analyze", "--stack", name, "--policy-pack", PACK, "--json"];
        const { status, stdout } = spawnSync(engine().cli.command, command, {
            cwd: deployed.stack.workspace.workDir,
            env: { ...process.env, ...engine().home.env },
            encoding: "utf-8",
        });
        const events = stdout
            .split("\n")
            .filter((line) => line.startsWith("{"))
            .map((line) => JSON.parse(line) as EngineEvent);
        const found = events.flatMap(({ policyEvent }) =>
            policyEvent === undefined
                ? []
                : [`${policyEvent.policyName} ${nameOf(policyEvent.resourceUrn ?? "")}`],
        );
        return { status, found };
    }

    it("finds nothing in a set", async () => {
        const result = await analyze("set", () => {
            const { vpcId, subnetIds } = createNetwork("network");
            return new EksEndpointSet("eks", { vpcId, subnetIds });
        });
        assert.deepEqual(result, { status: 0, found: [] });
    });

    it("finds what an endpoint by hand lacks, and fails", async () => {
        const { status, found } = await analyze("by-hand", () => {
            const { vpcId, subnetIds } = createNetwork("network");
            return new VpcEndpoint("by-hand", {
                vpcId,
                subnetIds,
                serviceName: "com.amazonaws.eu-west-1.eks",
                vpcEndpointType: "Interface",
            });
        });
        assert.notEqual(status, 0);
        assert.deepEqual(found.sort(), [
            "endpoint-policy-required by-hand",
            "endpoint-security-group-required by-hand",
            "private-dns-enabled by-hand",
            "vpc-flow-logs-required network",
        ]);
    });
});
