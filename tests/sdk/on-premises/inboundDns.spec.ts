import assert from "node:assert/strict";

import { Output, output } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";

import { EksInboundDns, type EksInboundDnsArgs } from "../../../sdk/index";
import { connection } from "../../support/connection";
import { inputsOf } from "../../support/deploySet";
import { createNetwork } from "../../support/network";
import { type Registration, type RunOptions, runProgram, valueOf } from "../../support/runProgram";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RESOLVER = "aws:route53/resolverEndpoint:ResolverEndpoint";

interface Deployed {
    dns: EksInboundDns;
    registrations: Registration[];
    subnetIds: string[];
    vpcId: string;
}

/** Deploys inbound DNS into a network of its own, whose VPC has the endpoints of the connection. */
async function deploy(
    args: Partial<EksInboundDnsArgs> = {},
    options: RunOptions & { hasIpv6?: boolean } = {},
): Promise<Deployed> {
    const { vpcId, subnetIds, world } = await createNetwork({ hasIpv6: options.hasIpv6 });
    const given: EksInboundDnsArgs = {
        vpcId,
        subnetIds,
        connection: connection({ vpcId }),
        ingress: { cidrBlocks: ["192.168.0.0/16"] },
        ...args,
    };
    const { value: dns, registrations } = await runProgram(() => new EksInboundDns("dns", given), {
        ...options,
        world,
    });
    return { dns, registrations, subnetIds, vpcId };
}

describe("EksInboundDns", () => {
    let deployed: Deployed;
    before(async () => {
        deployed = await deploy();
    });

    it("has these children, whose names are a promise", () => {
        assert.deepEqual(deployed.registrations.map(({ type, name }) => `${type} ${name}`).sort(), [
            `${GROUP} dns-resolvers`,
            `${RESOLVER} dns-resolver`,
            "eks-privatelink:index:EksInboundDns dns",
        ]);
    });

    it("is the parent of both", async () => {
        const urn = await valueOf(deployed.dns.urn);
        const children = deployed.registrations.filter(({ name }) => name !== "dns");
        assert.deepEqual([...new Set(children.map(({ parent }) => parent))], [urn]);
    });

    it("admits DNS over TCP and UDP from the given ranges only and lets nothing out", () => {
        const group = inputsOf(deployed.registrations, GROUP)["dns-resolvers"];
        const rule = (protocol: string) => ({
            description: `DNS over ${protocol.toUpperCase()} from DNS servers outside AWS`,
            protocol,
            fromPort: 53,
            toPort: 53,
            cidrBlocks: ["192.168.0.0/16"],
            ipv6CidrBlocks: [],
        });
        assert.equal(group?.vpcId, deployed.vpcId);
        assert.deepEqual(group.ingress, [rule("tcp"), rule("udp")]);
        assert.deepEqual(group.egress, []);
        assert.doesNotMatch(String(group.description), /dns-/);
    });

    it("takes queries over IPv4 in both subnets, behind that group", async () => {
        const resolver = inputsOf(deployed.registrations, RESOLVER)["dns-resolver"];
        assert.equal(resolver?.direction, "INBOUND");
        assert.equal(resolver.resolverEndpointType, "IPV4");
        assert.deepEqual(resolver.protocols, ["Do53"]);
        assert.deepEqual(
            resolver.ipAddresses,
            deployed.subnetIds.map((subnetId) => ({ subnetId })),
        );
        assert.deepEqual(resolver.securityGroupIds, [await valueOf(deployed.dns.securityGroupId)]);
    });

    it("registers exactly its public fields as outputs", async () => {
        const outputs = Object.entries(deployed.dns).filter(
            ([name, value]) => Output.isInstance(value) && name !== "urn",
        );
        const values = await Promise.all(
            outputs.map(async ([name, value]) => [name, await valueOf(value as Output<unknown>)]),
        );
        assert.deepEqual(values.map(([name]) => name).sort(), [
            "addresses",
            "forwarders",
            "resolverEndpointId",
            "securityGroupId",
        ]);
        assert.ok(values.every(([, value]) => value !== undefined));
    });

    it("writes the addresses that AWS gave and every host name into each text", async () => {
        const addresses = (await valueOf(deployed.dns.addresses)) ?? [];
        const forwarders = (await valueOf(deployed.dns.forwarders)) ?? {};
        assert.equal(addresses.length, 2);
        assert.deepEqual(Object.keys(forwarders), [
            "bind",
            "unbound",
            "dnsmasq",
            "coreDns",
            "windows",
        ]);
        for (const text of Object.values(forwarders)) {
            for (const word of [...Object.keys(connection().hostedZoneIds), ...addresses]) {
                assert.ok(text.includes(word), `${word} in ${text}`);
            }
        }
    });

    it("has an address of each family in each subnet of a dual-stack endpoint", async () => {
        const { dns, registrations } = await deploy(
            {
                ipAddressType: "dualstack",
                ingress: { cidrBlocks: ["192.168.0.0/16"], ipv6CidrBlocks: ["2001:db8:5::/48"] },
            },
            { hasIpv6: true },
        );
        const addresses = (await valueOf(dns.addresses)) ?? [];
        assert.equal(addresses.filter((address) => address.includes(":")).length, 2);
        assert.equal(addresses.filter((address) => address.includes(".")).length, 2);
        const resolver = inputsOf(registrations, RESOLVER)["dns-resolver"];
        assert.equal(resolver?.resolverEndpointType, "DUALSTACK");
    });

    it("shows group, subnets and families in a preview that knows neither connection nor addresses", async () => {
        const later = output(unknown);
        const { dns, registrations, subnetIds, vpcId } = await deploy(
            { connection: later },
            { preview: true },
        );
        const resolver = inputsOf(registrations, RESOLVER)["dns-resolver"];
        assert.deepEqual(
            resolver?.ipAddresses,
            subnetIds.map((subnetId) => ({ subnetId })),
        );
        assert.equal(inputsOf(registrations, GROUP)["dns-resolvers"]?.vpcId, vpcId);
        assert.equal(await valueOf(dns.forwarders), undefined);
    });

    it("asks AWS nothing about VPC and subnets with verify: false", async () => {
        const { registrations } = await deploy(
            {
                vpcId: "vpc-0a",
                subnetIds: ["subnet-a", "subnet-b"],
                connection: connection({ vpcId: "vpc-0a" }),
                verify: false,
            },
            { preview: true },
        );
        assert.deepEqual(inputsOf(registrations, RESOLVER)["dns-resolver"]?.ipAddresses, [
            { subnetId: "subnet-a" },
            { subnetId: "subnet-b" },
        ]);
    });
});
