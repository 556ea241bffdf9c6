import assert from "node:assert/strict";

import { output, StackReference } from "@pulumi/pulumi";
import { EksEndpointSet, EksInboundDns } from "eks-privatelink";

import { connection } from "../support/connection";
import { NO_REGION } from "./lateProblems";
import { existingNetwork } from "./network";
import { joinedNetwork, program } from "./onPremises";
import { REGION, stackNamed, useEngine } from "./support";

describe("EksInboundDns that cannot work", function () {
    this.timeout(120_000);
    const engine = useEngine();
    const unshared =
        /^connection: has no host names that resolve in a VPC, because stack organization\/engine-tests\/hub has /;

    it("creates nothing for endpoints of the same program that no name leads to", async () => {
        const network = await joinedNetwork(engine());
        const stack = await engine().stack("hub", () =>
            program(network, { privateDnsEnabled: false }),
        );
        const { errors, steps } = await stack.up();
        assert.equal(errors.length, 1);
        assert.match(errors[0] ?? "", unshared);
        assert.ok(steps.includes("create eks-eks"));
        assert.deepEqual(
            steps.filter((step) => step.includes("dns-")),
            [],
        );
    });

    it("is refused in the preview of another stack, which registers the component only", async () => {
        const network = await existingNetwork(engine());
        const hub = await engine().stack("hub", () => {
            const { connection } = new EksEndpointSet("eks", {
                ...network,
                privateDnsEnabled: false,
            });
            return { connection };
        });
        assert.deepEqual((await hub.up()).errors, []);
        const stack = await engine().stack("dns-stack", () => {
            const reference = new StackReference(stackNamed("hub"));
            new EksInboundDns("dns", {
                ...network,
                connection: reference.getOutput("connection"),
                ingress: { cidrBlocks: ["192.168.0.0/16"] },
            });
        });
        const { errors, registered } = await stack.preview();
        assert.equal(errors.length, 1);
        assert.match(errors[0] ?? "", unshared);
        assert.deepEqual(
            registered.filter((name) => name.startsWith("dns")),
            ["dns"],
        );
    });

    it("is refused for subnets in one zone", async () => {
        const network = await existingNetwork(engine(), { zones: ["a", "a"] });
        const stack = await engine().stack("one-zone", () => {
            new EksInboundDns("dns", {
                ...network,
                connection: connection({ vpcId: network.vpcId, region: REGION }),
                ingress: { cidrBlocks: ["192.168.0.0/16"] },
            });
        });
        const { errors } = await stack.preview();
        assert.deepEqual(errors, [
            "subnetIds: all subnets are in zone eu-west-1a, whose failure would leave no address to ask; give a subnet in another zone",
        ]);
    });

    it("is refused for a region that comes later and is none, and asks AWS nothing there", async () => {
        const network = await existingNetwork(engine());
        const stack = await engine().stack("no-region", () => {
            new EksInboundDns("dns", {
                ...network,
                connection: connection({ vpcId: network.vpcId, region: REGION }),
                ingress: { cidrBlocks: ["192.168.0.0/16"] },
                region: output("nonsense"),
            });
        });
        const { errors, warnings, registered } = await stack.up();
        assert.deepEqual([errors, warnings], [[NO_REGION], []]);
        assert.deepEqual(
            registered.filter((name) => name.startsWith("dns")),
            ["dns"],
        );
    });

    it("names the stack of an output that is not there", async () => {
        const network = await existingNetwork(engine());
        const hub = await engine().stack("empty", () => ({}));
        assert.deepEqual((await hub.up()).errors, []);
        const stack = await engine().stack("dns-of-nothing", () => {
            new EksInboundDns("dns", {
                ...network,
                connection: new StackReference(stackNamed("empty")).getOutput("connection"),
                ingress: { cidrBlocks: ["192.168.0.0/16"] },
            });
        });
        const { errors } = await stack.preview();
        assert.equal(errors.length, 1);
        assert.match(
            errors[0] ?? "",
            /^connection: is missing: stack organization\/engine-tests\/empty has/,
        );
    });

    it("is refused for a range that turns out to be the whole internet", async () => {
        const network = await existingNetwork(engine());
        const dns = await engine().stack("open-dns", () =>
            program(network, {}, { ingress: { cidrBlocks: [output("0.0.0.0/0")] } }),
        );
        const { errors } = await dns.preview();
        assert.deepEqual(errors, [
            "ingress.cidrBlocks[0]: 0.0.0.0/0 admits the whole IPv4 internet; admit the ranges of your own networks instead",
        ]);
    });
});
