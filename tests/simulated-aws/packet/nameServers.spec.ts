import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { resolve } from "../../../simulated-aws/packet/resolve";
import { network } from "../support/engine";
import { inputsFor, TYPE } from "../support/resolvers";
import { accounts, EKS, sharedEndpoint } from "../support/zones";

const ADDRESSES = ["10.0.0.4", "10.0.1.4"];

/** A VPC that sees a zone for EKS, with its own DNS servers. */
async function asking(servers: string[]) {
    const { hub, world } = accounts();
    const { place } = await sharedEndpoint(hub);
    const use = async (domainNameServers: string[]) => {
        const options = await hub.create("ec2.VpcDhcpOptions", { domainNameServers });
        const pair = { dhcpOptionsId: options.id, vpcId: place.vpc.id };
        return hub.create("ec2.VpcDhcpOptionsAssociation", pair);
    };
    const association = await use(servers);
    const ask = () => resolve(world, { vpcId: place.vpc.id }, EKS);
    return { hub, world, place, association, ask };
}

describe("DHCP options", () => {
    const own = ["AmazonProvidedDNS", "10.0.0.2", "169.254.169.253", "fd00:ec2::253"];
    for (const server of own) {
        it(`that name ${server} leave a VPC its own resolver`, async () => {
            const { ask } = await asking([server]);
            assert.deepEqual(ask().addresses, ADDRESSES);
        });
    }

    it("that name a server elsewhere leave open what it answers", async () => {
        const { ask } = await asking(["10.9.0.53", "AmazonProvidedDNS"]);
        assert.deepEqual(ask(), {
            status: "unknown",
            addresses: [],
            reason: "the world has no interface at 10.9.0.53 that can be reached, so what answers there is not known",
        });
    });

    it("that name a resolver endpoint have the resolver of its VPC answer", async () => {
        const { hub, world, place } = await asking(["AmazonProvidedDNS"]);
        const spoke = await network(hub, "", { cidrBlock: "10.1.0.0/16" });
        world.routes.push({ vpcIds: [place.vpc.id, spoke.vpc.id] });
        const ingress = [
            { protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["10.1.0.0/16"] },
        ];
        const group = await hub.create("ec2.SecurityGroup", { vpcId: place.vpc.id, ingress });
        const inputs = await inputsFor(hub, place, { securityGroupIds: [group.id] });
        const inbound = await hub.create(TYPE, inputs);
        const servers = Object.values(world.objects.networkInterfaces)
            .filter(({ ownedBy }) => ownedBy === inbound.id)
            .map(({ privateIp }) => privateIp);
        const options = await hub.create("ec2.VpcDhcpOptions", { domainNameServers: servers });
        const pair = { dhcpOptionsId: options.id, vpcId: spoke.vpc.id };
        assert.equal(resolve(world, { vpcId: spoke.vpc.id }, EKS).status, "public");
        await hub.create("ec2.VpcDhcpOptionsAssociation", pair);
        assert.deepEqual(resolve(world, { vpcId: spoke.vpc.id }, EKS).addresses, ADDRESSES);
        await hub.update(group, { vpcId: place.vpc.id, ingress: [] });
        assert.match(JSON.stringify(resolve(world, { vpcId: spoke.vpc.id }, EKS)), /unreachable/);
    });

    it("that are taken away leave no server to ask", async () => {
        const { hub, place, association, ask } = await asking(["AmazonProvidedDNS"]);
        await hub.delete(association);
        assert.deepEqual(ask(), {
            status: "unreachable",
            addresses: [],
            reason: `the DHCP options of ${place.vpc.id} name no server`,
        });
    });
});
