import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read, UNKNOWN } from "../../../../simulated-aws/model/values";
import {
    dualStackSubnet,
    dualStackVpc,
    endpointInputs,
    Engine,
    ipv6Subnet,
    network,
    tokenOf,
} from "../../support/engine";

const FULL_ACCESS = `{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}`;

describe("VpcEndpoint", () => {
    it("gets one interface per subnet, at the first address that AWS does not reserve", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const { outputs } = await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        assert.deepEqual(outputs.subnetConfigurations, [
            { subnetId: place.subnetIds[0], ipv4: "10.0.0.4" },
            { subnetId: place.subnetIds[1], ipv4: "10.0.1.4" },
        ]);
        assert.equal(read(outputs).texts("networkInterfaceIds").length, 2);
    });

    it("lists the regional name, the zonal ones, then the private ones", async () => {
        const engine = new Engine();
        const made = await engine.create(
            "ec2.VpcEndpoint",
            endpointInputs(await network(engine), "oidc-eks"),
        );
        const names = read(made.outputs)
            .records("dnsEntries")
            .map((entry) => read(entry).text("dnsName").replace(made.id, "vpce-id"));
        const suffix = /^vpce-id-([0-9a-f]{8})\./.exec(names[0] ?? "")?.[1];
        assert.deepEqual(names, [
            `vpce-id-${suffix}.oidc-eks.eu-west-1.vpce.amazonaws.com`,
            `vpce-id-${suffix}-eu-west-1a.oidc-eks.eu-west-1.vpce.amazonaws.com`,
            `vpce-id-${suffix}-eu-west-1b.oidc-eks.eu-west-1.vpce.amazonaws.com`,
            "oidc.eks.eu-west-1.amazonaws.com",
            "oidc-eks.eu-west-1.api.aws",
        ]);
    });

    it("has what AWS settles when it is omitted", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const inputs = endpointInputs(place, "eks", { privateDnsEnabled: undefined });
        const { outputs } = await engine.create("ec2.VpcEndpoint", inputs);
        assert.deepEqual(
            {
                policy: outputs.policy,
                privateDnsEnabled: outputs.privateDnsEnabled,
                ipAddressType: outputs.ipAddressType,
                groups: outputs.securityGroupIds,
                dns: read(read(outputs).record("dnsOptions")).text("dnsRecordIpType"),
                names: read(outputs).records("dnsEntries").length,
            },
            {
                policy: FULL_ACCESS,
                privateDnsEnabled: false,
                ipAddressType: "ipv4",
                groups: [place.vpc.outputs.defaultSecurityGroupId],
                dns: "ipv4",
                names: 3,
            },
        );
    });

    it("has IPv6 addresses alone, beside IPv4, or not at all, as its type says", async () => {
        const families = async (type: string, subnet: (index: number) => Properties) => {
            const engine = new Engine();
            const place = await network(engine, "a", dualStackVpc, subnet);
            const inputs = endpointInputs(place, "eks", { ipAddressType: type });
            const { outputs } = await engine.create("ec2.VpcEndpoint", inputs);
            return read(outputs).records("subnetConfigurations")[0];
        };
        const subnetId = (await families("ipv4", dualStackSubnet))?.subnetId;
        assert.deepEqual(await families("ipv4", dualStackSubnet), { subnetId, ipv4: "10.0.0.4" });
        assert.deepEqual(await families("dualstack", dualStackSubnet), {
            subnetId,
            ipv4: "10.0.0.4",
            ipv6: "fd00:1::4",
        });
        assert.deepEqual(await families("ipv6", ipv6Subnet), { subnetId, ipv6: "fd00:1::4" });
    });

    it("keeps the interfaces of subnets that stay when others come and go", async () => {
        const engine = new Engine();
        const place = await network(engine, "abc");
        const [a = "", b = "", c = ""] = place.subnetIds;
        const inputs = endpointInputs(place);
        const made = await engine.create("ec2.VpcEndpoint", { ...inputs, subnetIds: [a, b] });
        const next = await engine.update(made, { ...inputs, subnetIds: [b, c] });
        const before = read(made.outputs).texts("networkInterfaceIds");
        const after = read(next.outputs).texts("networkInterfaceIds");
        assert.equal(after[0], before[1]);
        assert.equal(before.includes(after[1] ?? ""), false);
        assert.equal(Object.keys(engine.world.objects.networkInterfaces).length, 2);
    });

    it("takes fixed addresses, and replaces the interface of a changed one", async () => {
        const engine = new Engine();
        const place = await network(engine, "a");
        const fixed = (ipv4: string) =>
            endpointInputs(place, "eks", {
                subnetConfigurations: [{ subnetId: place.subnetIds[0], ipv4 }],
            });
        const made = await engine.create("ec2.VpcEndpoint", fixed("10.0.0.10"));
        const next = await engine.update(made, fixed("10.0.0.11"));
        assert.deepEqual(next.outputs.subnetConfigurations, [
            { subnetId: place.subnetIds[0], ipv4: "10.0.0.11" },
        ]);
        assert.notDeepEqual(next.outputs.networkInterfaceIds, made.outputs.networkInterfaceIds);
    });

    it("goes back to full access when its policy is emptied", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const policy = JSON.stringify({
            Statement: [{ Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" }],
        });
        const made = await engine.create(
            "ec2.VpcEndpoint",
            endpointInputs(place, "eks", { policy }),
        );
        assert.equal(made.outputs.policy, policy);
        const next = await engine.update(made, endpointInputs(place, "eks", { policy: "" }));
        assert.equal(next.outputs.policy, FULL_ACCESS);
    });

    it("takes its interfaces with it when it is deleted", async () => {
        const engine = new Engine();
        const made = await engine.create("ec2.VpcEndpoint", endpointInputs(await network(engine)));
        await engine.delete(made);
        assert.deepEqual(engine.world.objects.networkInterfaces, {});
        assert.equal(engine.refresh(made), undefined);
    });
});

describe("VpcEndpoint in a preview", () => {
    it("knows its inputs, and nothing that AWS settles or computes", async () => {
        const engine = new Engine();
        const inputs = engine.check(
            "ec2.VpcEndpoint",
            endpointInputs(await network(engine), "eks", { ipAddressType: "ipv4" }),
        );
        const { outputs } = await engine.provider.create(tokenOf("ec2.VpcEndpoint"), inputs, true);
        assert.equal(outputs.ipAddressType, "ipv4");
        assert.equal(outputs.autoAccept, undefined);
        const unknown = Object.keys(outputs).filter((name) => outputs[name] === UNKNOWN);
        assert.deepEqual(unknown.sort(), [
            "arn",
            "cidrBlocks",
            "dnsEntries",
            "dnsOptions",
            "networkInterfaceIds",
            "ownerId",
            "policy",
            "prefixListId",
            "region",
            "requesterManaged",
            "routeTableIds",
            "securityGroupIds",
            "serviceRegion",
            "state",
            "subnetConfigurations",
            "tagsAll",
        ]);
        assert.deepEqual(engine.world.objects.endpoints, {});
    });

    it("does not know its interfaces when its subnets change, and the rest stays", async () => {
        const engine = new Engine();
        const place = await network(engine, "abc");
        const inputs = endpointInputs(place, "eks", { subnetIds: place.subnetIds.slice(0, 2) });
        const made = await engine.create("ec2.VpcEndpoint", inputs);
        const next = await engine.provider.update(
            tokenOf("ec2.VpcEndpoint"),
            made.id,
            made.outputs,
            made.inputs,
            engine.check("ec2.VpcEndpoint", endpointInputs(place)),
            true,
        );
        assert.equal(next.networkInterfaceIds, UNKNOWN);
        assert.equal(next.subnetConfigurations, UNKNOWN);
        assert.deepEqual(next.dnsEntries, made.outputs.dnsEntries);
        assert.equal(read(made.outputs).texts("networkInterfaceIds").length, 2);
    });
});
