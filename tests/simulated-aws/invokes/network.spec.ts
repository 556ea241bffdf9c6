import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { Engine, network } from "../support/engine";

/** A VPC with a public subnet that has a NAT gateway. */
async function withGateways() {
    const engine = new Engine();
    const place = await network(engine, "ab");
    const { vpc, subnetIds } = place;
    const gateway = await engine.create("ec2.InternetGateway", { vpcId: vpc.id, tags: { a: "b" } });
    const table = await engine.create("ec2.RouteTable", {
        vpcId: vpc.id,
        routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
    });
    const association = await engine.create("ec2.RouteTableAssociation", {
        routeTableId: table.id,
        subnetId: subnetIds[0],
    });
    const eip = await engine.create("ec2.Eip", {});
    const nat = await engine.create("ec2.NatGateway", {
        subnetId: subnetIds[0],
        allocationId: eip.id,
    });
    await network(engine, "", { cidrBlock: "10.9.0.0/16" });
    return { ...place, engine, gateway, table, association, eip, nat };
}

const filter = (name: string, value: string) => ({ filters: [{ name, values: [value] }] });

describe("look-ups of a network", () => {
    it("find VPCs and groups by filters", async () => {
        const { engine, vpc } = await withGateways();
        const vpcs = await engine.invoke("ec2.getVpcs", filter("cidr", "10.0.*"));
        assert.deepEqual(vpcs.ids, [vpc.id]);
        const groups = await engine.invoke("ec2.getSecurityGroups", filter("vpc-id", vpc.id));
        assert.deepEqual(
            [groups.ids, groups.vpcIds],
            [[vpc.outputs.defaultSecurityGroupId], [vpc.id]],
        );
        const defaults = await new Engine().invoke("ec2.getVpcs", filter("is-default", "true"));
        assert.equal((defaults.ids as Properties[]).length, 1);
    });

    it("find the route table of a subnet, with its routes, and the main one of a VPC", async () => {
        const { engine, vpc, subnetIds, table, association, gateway } = await withGateways();
        const found = await engine.invoke("ec2.getRouteTable", { subnetId: subnetIds[0] });
        assert.equal(found.routeTableId, table.id);
        const [route] = found.routes as Properties[];
        assert.deepEqual(
            [route?.cidrBlock, route?.gatewayId, route?.natGatewayId],
            ["0.0.0.0/0", gateway.id, ""],
        );
        const [own] = found.associations as Properties[];
        assert.deepEqual([own?.routeTableAssociationId, own?.main], [association.id, false]);
        const main = { vpcId: vpc.id, ...filter("association.main", "true") };
        const { ids } = await engine.invoke("ec2.getRouteTables", main);
        assert.deepEqual(ids, [vpc.outputs.mainRouteTableId]);
        await assert.rejects(
            engine.invoke("ec2.getRouteTable", { subnetId: subnetIds[1] }),
            /no matching EC2 Route Table found/,
        );
    });

    it("find gateways by their VPC", async () => {
        const { engine, vpc, gateway, nat, eip, subnetIds } = await withGateways();
        const open = await engine.invoke(
            "ec2.getInternetGateway",
            filter("attachment.vpc-id", vpc.id),
        );
        assert.deepEqual(
            [open.internetGatewayId, open.attachments, open.tags],
            [gateway.id, [{ state: "available", vpcId: vpc.id }], { a: "b" }],
        );
        const one = await engine.invoke("ec2.getNatGateway", { vpcId: vpc.id });
        assert.deepEqual(
            [one.id, one.publicIp, one.subnetId, one.state],
            [nat.id, eip.outputs.publicIp, subnetIds[0], "available"],
        );
        const all = await engine.invoke("ec2.getNatGateways", { vpcId: vpc.id });
        assert.deepEqual([all.ids, all.vpcId], [[nat.id], vpc.id]);
    });

    it("find AWS's prefix list of a service, which groups may name, and lists of the account", async () => {
        const { engine, vpc } = await withGateways();
        const name = "com.amazonaws.eu-west-1.s3";
        const { id } = await engine.invoke("ec2.getPrefixList", { name });
        const endpoint = await engine.create("ec2.VpcEndpoint", {
            vpcId: vpc.id,
            serviceName: name,
        });
        assert.equal(endpoint.outputs.prefixListId, id);
        const own = await engine.create("ec2.ManagedPrefixList", {
            addressFamily: "IPv4",
            maxEntries: 1,
            entries: [{ cidr: "10.0.0.0/8" }],
        });
        const found = await engine.invoke("ec2.getPrefixList", { prefixListId: own.id });
        assert.deepEqual(found.cidrBlocks, ["10.0.0.0/8"]);
        const managed = await engine.invoke("ec2.getManagedPrefixList", { name });
        assert.deepEqual([managed.id, managed.ownerId], [id, "AWS"]);
        const ownManaged = await engine.invoke("ec2.getManagedPrefixList", { id: own.id });
        assert.deepEqual(ownManaged.entries, [{ cidr: "10.0.0.0/8", description: "" }]);
    });
});

describe("functions that need no AWS", () => {
    const ask = (name: string, args: Properties) => new Engine().invoke(name, args);

    it("take an ARN apart", async () => {
        const arn = "arn:aws:eks:eu-west-1:111122223333:cluster/main:x";
        const { partition, service, region, account, resource } = await ask("getArn", { arn });
        assert.deepEqual(
            [partition, service, region, account, resource],
            ["aws", "eks", "eu-west-1", "111122223333", "cluster/main:x"],
        );
        await assert.rejects(ask("getArn", { arn: "cluster/main" }), /is an invalid ARN/);
    });

    it("name a service in a region, in both orders", async () => {
        const expected = ["com.amazonaws.eu-west-1.ec2", "ec2.eu-west-1.amazonaws.com", "ec2"];
        for (const args of [
            { serviceId: "ec2" },
            { reverseDnsName: "com.amazonaws.eu-west-1.ec2" },
            { dnsName: "ec2.eu-west-1.amazonaws.com" },
        ]) {
            const { reverseDnsName, dnsName, serviceId } = await ask("getService", args);
            assert.deepEqual([reverseDnsName, dnsName, serviceId], expected);
        }
        const china = await ask("getService", { serviceId: "ec2", region: "cn-north-1" });
        assert.equal(china.reverseDnsName, "cn.com.amazonaws.cn-north-1.ec2");
        await assert.rejects(ask("getService", {}), /must be given/);
    });

    it("name a service in policies", async () => {
        const name = async (serviceName: string, region: string) =>
            (await ask("getServicePrincipal", { serviceName, region })).name;
        assert.equal(await name("logs", "eu-west-1"), "logs.amazonaws.com");
        assert.equal(await name("logs", "cn-north-1"), "logs.amazonaws.com.cn");
        assert.equal(await name("ec2", "cn-north-1"), "ec2.amazonaws.com");
    });

    it("make a token for a cluster, and list clusters", async () => {
        const { token } = await ask("eks.getClusterAuth", { name: "main" });
        assert.match(textOf(token), /^k8s-aws-v1\.[\w-]+$/);
        const engine = new Engine();
        const { subnetIds } = await network(engine);
        await engine.create("eks.Cluster", {
            name: "main",
            roleArn: "arn:aws:iam::111122223333:role/cluster",
            vpcConfig: { subnetIds },
        });
        assert.deepEqual((await engine.invoke("eks.getClusters")).names, ["main"]);
    });
});
