import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read } from "../../../simulated-aws/model/values";
import { resolve } from "../../../simulated-aws/packet/resolve";
import type { World } from "../../../simulated-aws/world/types";
import { endpointInputs, type Engine, type Kept, network } from "../support/engine";
import { carry, use } from "../support/profiles";
import { dns, inputsFor, TYPE } from "../support/resolvers";
import { accounts, EKS, sharedEndpoint } from "../support/zones";

const RULE = "route53.ResolverRule";
const ISSUER = "oidc.eks.eu-west-1.amazonaws.com";
const ADDRESSES = ["10.0.0.4", "10.0.1.4"];
const UNKNOWN_SERVER = "192.168.0.53";

/** A VPC with private DNS of EKS and an outbound endpoint of its own. */
async function asking() {
    const { hub, world } = accounts();
    const place = await network(hub);
    await hub.create("ec2.VpcEndpoint", endpointInputs(place));
    const outbound = await hub.create(TYPE, await inputsFor(hub, place, { direction: "OUTBOUND" }));
    const forward = (domainName: string, ...servers: string[]) =>
        hub.create(RULE, {
            domainName,
            ruleType: "FORWARD",
            resolverEndpointId: outbound.id,
            targetIps: servers.map((ip) => ({ ip })),
        });
    const associate = (rule: Kept) =>
        hub.create("route53.ResolverRuleAssociation", {
            resolverRuleId: rule.id,
            vpcId: place.vpc.id,
        });
    const ask = (name = EKS) => resolve(world, { vpcId: place.vpc.id }, name);
    return { hub, world, place, outbound, forward, associate, ask };
}

/** A hub with a zone for EKS and an inbound resolver endpoint, joined with another VPC. */
async function answering(hub: Engine, world: World, joined: Kept, more: Properties = {}) {
    const { place } = await sharedEndpoint(hub, more);
    world.routes.push({ vpcIds: [place.vpc.id, joined.id] });
    const ingress = dns(["10.0.0.0/8"]);
    const group = await hub.create("ec2.SecurityGroup", { vpcId: place.vpc.id, ingress });
    const inputs = await inputsFor(hub, place, { securityGroupIds: [group.id] });
    const inbound = await hub.create(TYPE, inputs);
    const servers = Object.values(world.objects.networkInterfaces)
        .filter(({ ownedBy }) => ownedBy === inbound.id)
        .map(({ privateIp }) => privateIp);
    return { group, servers };
}

describe("a resolver rule", () => {
    it("takes a name away from a zone of the same name", async () => {
        const { forward, associate, ask } = await asking();
        assert.equal(ask().addresses.length, 2);
        const rule = await forward(EKS, UNKNOWN_SERVER);
        assert.equal(ask().addresses.length, 2);
        await associate(rule);
        assert.deepEqual(ask(), {
            status: "unknown",
            addresses: [],
            reason: `the world has no interface at ${UNKNOWN_SERVER} that can be reached, so what answers there is not known`,
        });
    });

    it("for a name below a zone leaves the zone its own", async () => {
        const { forward, associate, ask } = await asking();
        assert.equal(ask(ISSUER).status, "NXDOMAIN");
        await associate(await forward(ISSUER, UNKNOWN_SERVER));
        assert.equal(ask(ISSUER).status, "unknown");
        assert.equal(ask().addresses.length, 2);
    });

    it("for everything loses to a zone, and to a rule that leaves a name to the VPC", async () => {
        const { hub, forward, associate, ask } = await asking();
        await associate(await forward(".", UNKNOWN_SERVER));
        assert.equal(ask().addresses.length, 2);
        assert.equal(ask("sts.eu-west-1.amazonaws.com").status, "unknown");
        const inputs = { domainName: "amazonaws.com", ruleType: "SYSTEM" };
        await associate(await hub.create(RULE, inputs));
        assert.equal(ask("sts.eu-west-1.amazonaws.com").status, "public");
        assert.equal(ask("example.com").status, "unknown");
    });

    it("leads to the zone of another VPC through its inbound endpoint", async () => {
        const { hub, world } = accounts();
        const place = await network(hub, "ab", { cidrBlock: "10.1.0.0/16" }, (index) => ({
            cidrBlock: `10.1.${index}.0/24`,
        }));
        const { group, servers } = await answering(hub, world, place.vpc);
        const outbound = await hub.create(
            TYPE,
            await inputsFor(hub, place, { direction: "OUTBOUND" }),
        );
        const rule = await hub.create(RULE, {
            domainName: EKS,
            ruleType: "FORWARD",
            resolverEndpointId: outbound.id,
            targetIps: servers.map((ip) => ({ ip })),
        });
        const vpcId = place.vpc.id;
        await hub.create("route53.ResolverRuleAssociation", { resolverRuleId: rule.id, vpcId });
        assert.deepEqual(resolve(world, { vpcId }, EKS).addresses, ADDRESSES);
        await hub.update(group, { vpcId: group.outputs.vpcId, ingress: [] });
        assert.match(JSON.stringify(resolve(world, { vpcId }, EKS)), /no rule of .* admits 10.1/);
    });

    it("leads nowhere where the group of its outbound endpoint lets no questions out", async () => {
        const { hub, place, outbound, forward, associate, ask } = await asking();
        await associate(await forward(EKS, UNKNOWN_SERVER));
        const [group = ""] = read(outbound.outputs).texts("securityGroupIds");
        await hub.update(
            { type: "ec2.SecurityGroup", id: group, inputs: {}, outputs: { vpcId: place.vpc.id } },
            { vpcId: place.vpc.id, egress: dns(["0.0.0.0/0"], ["tcp"]) },
        );
        assert.deepEqual(ask(), {
            status: "unreachable",
            addresses: [],
            reason: `no egress rule of ${group} lets udp 53 out to ${UNKNOWN_SERVER}`,
        });
    });

    it("that leads back to its own VPC is given up", async () => {
        const { hub, world, place, forward, associate, ask } = await asking();
        const ingress = dns(["10.0.0.0/8"]);
        const group = await hub.create("ec2.SecurityGroup", { vpcId: place.vpc.id, ingress });
        const inbound = await hub.create(
            TYPE,
            await inputsFor(hub, place, { securityGroupIds: [group.id] }),
        );
        const [server = ""] = Object.values(world.objects.networkInterfaces)
            .filter(({ ownedBy }) => ownedBy === inbound.id)
            .map(({ privateIp }) => privateIp);
        await associate(await forward(EKS, server));
        assert.deepEqual(ask(), {
            status: "unreachable",
            addresses: [],
            reason: `${EKS} is forwarded in a circle`,
        });
    });

    it("comes with a profile as well", async () => {
        const { hub, place, forward, ask } = await asking();
        const profile = await hub.create("route53.ProfilesProfile", {});
        const carried = await carry(hub, profile, await forward(EKS, UNKNOWN_SERVER));
        assert.equal(carried.outputs.resourceType, "RESOLVER_RULE");
        await use(hub, profile, place.vpc);
        assert.equal(ask().status, "unknown");
    });
});
