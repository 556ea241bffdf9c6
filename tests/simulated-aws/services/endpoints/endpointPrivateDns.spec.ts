import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { resolve } from "../../../../simulated-aws/packet/resolve";
import { endpointInputs, Engine, network } from "../../support/engine";
import { EKS } from "../../support/zones";

const TYPE = "vpc.EndpointPrivateDns";

async function withoutFlag() {
    const engine = new Engine();
    const place = await network(engine);
    const inputs = endpointInputs(place, "eks", { privateDnsEnabled: undefined });
    const endpoint = await engine.create("ec2.VpcEndpoint", inputs);
    const on = (privateDnsEnabled: boolean) => ({ vpcEndpointId: endpoint.id, privateDnsEnabled });
    const seen = () => resolve(engine.world, { vpcId: place.vpc.id }, EKS).status;
    return { engine, place, inputs, endpoint, on, seen };
}

describe("aws.vpc.EndpointPrivateDns", () => {
    it("switches private DNS of an endpoint that leaves its own flag out", async () => {
        const { engine, inputs, endpoint, on, seen } = await withoutFlag();
        assert.equal(seen(), "public");
        const made = await engine.create(TYPE, on(true));
        assert.equal(made.id, endpoint.id);
        assert.equal(seen(), "private");
        assert.deepEqual(engine.diff(engine.refresh(endpoint) ?? endpoint, inputs).changed, []);
        await engine.update(endpoint, { ...inputs, tags: { Name: "eks" } });
        assert.equal(seen(), "private");
        await engine.update(made, on(false));
        assert.equal(seen(), "public");
    });

    it("changes nothing, and calls nothing, when it is deleted", async () => {
        const { engine, on, seen } = await withoutFlag();
        const made = await engine.create(TYPE, on(true));
        engine.world.faults = [{ operation: "ModifyVpcEndpoint", nth: 1, kind: "throttled" }];
        await engine.delete(made);
        assert.equal(seen(), "private");
    });

    it("is refused where the endpoint's own flag would be", async () => {
        const { engine, place, on } = await withoutFlag();
        const rival = await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        await assert.rejects(engine.create(TYPE, on(true)), {
            message:
                "operation error EC2: ModifyVpcEndpoint, api error InvalidParameter: private-dns-enabled cannot be set " +
                `because there is already a conflicting DNS domain for ${EKS} in the VPC ${place.vpc.id}`,
        });
        await engine.delete(rival);
        await engine.create(TYPE, on(true));
    });
});

describe("an endpoint of eks-capabilities", () => {
    it("has no private name to take", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const inputs = (privateDnsEnabled: boolean) =>
            endpointInputs(place, "eks-capabilities", { privateDnsEnabled });
        await assert.rejects(engine.create("ec2.VpcEndpoint", inputs(true)), {
            message:
                "operation error EC2: CreateVpcEndpoint, api error InvalidParameter: Private DNS can't be enabled because " +
                "the service com.amazonaws.eu-west-1.eks-capabilities does not provide a private DNS name.",
        });
        const made = await engine.create("ec2.VpcEndpoint", inputs(false));
        assert.equal((made.outputs.dnsEntries as unknown[]).length, 3);
    });

    it("takes no policy", async () => {
        const engine = new Engine();
        const policy = JSON.stringify({ Statement: [] });
        const inputs = endpointInputs(await network(engine), "eks-capabilities", {
            privateDnsEnabled: false,
            policy,
        });
        await assert.rejects(engine.create("ec2.VpcEndpoint", inputs), {
            message: /only supports the full-access endpoint policy/,
        });
    });
});
