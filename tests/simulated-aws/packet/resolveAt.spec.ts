import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { textOf } from "../../../simulated-aws/model/values";
import { connect } from "../../../simulated-aws/packet/connect";
import { resolveAt } from "../../../simulated-aws/packet/resolve";
import { dns, entries, inputsFor, TYPE } from "../support/resolvers";
import { accounts, EKS, sharedEndpoint } from "../support/zones";

describe("resolveAt", () => {
    const host = { address: "192.168.7.7" };

    async function hub(ingress = dns(["192.168.0.0/16"])) {
        const { hub: engine, world } = accounts();
        const { place, endpoint } = await sharedEndpoint(engine);
        const group = await engine.create("ec2.SecurityGroup", { vpcId: place.vpc.id, ingress });
        const inputs = await inputsFor(engine, place, { securityGroupIds: [group.id] });
        const made = await engine.create(TYPE, inputs);
        const [address = ""] = entries(made, "ip").map(textOf);
        world.routes = [{ vpcIds: [place.vpc.id], onPremises: ["192.168.7.0/24"] }];
        const ask = (from = host, at = address) => resolveAt(world, from, at, EKS);
        return { world, endpoint, group, address, ask };
    }

    it("answers as the resolver of the endpoint's VPC", async () => {
        const { ask, endpoint } = await hub();
        assert.deepEqual(ask(), {
            status: "private",
            addresses: ["10.0.0.4", "10.0.1.4"],
            endpointId: endpoint.id,
        });
    });

    it("needs a route to the VPC", async () => {
        const { world, ask, address } = await hub();
        const unrouted = { address: "192.168.8.8" };
        const reason = `no interface that 192.168.8.8 reaches has the address ${address}`;
        assert.deepEqual(ask(unrouted), { status: "unreachable", addresses: [], reason });
        world.routes = [];
        assert.equal(ask().status, "unreachable");
    });

    it("needs a rule for UDP 53", async () => {
        const { world, ask, address, group } = await hub(dns(["192.168.0.0/16"], ["tcp"]));
        assert.deepEqual(ask(), {
            status: "unreachable",
            addresses: [],
            reason: `no rule of ${group.id} admits 192.168.7.7 on udp 53`,
        });
        assert.equal(connect(world, host, address, 53, "tcp").allowed, true);
    });

    it("hears nothing from an interface that is no resolver", async () => {
        const { world, ask } = await hub();
        for (const rule of Object.values(world.objects.securityGroupRules)) {
            if (rule.isEgress) {
                continue;
            }
            world.objects.securityGroupRules[rule.id] = {
                ...rule,
                protocol: "-1",
                source: { cidrIpv4: "0.0.0.0/0" },
            };
        }
        assert.deepEqual(ask(host, "10.0.0.4"), {
            status: "unreachable",
            addresses: [],
            reason: "10.0.0.4 is not the address of an inbound resolver endpoint",
        });
    });
});
