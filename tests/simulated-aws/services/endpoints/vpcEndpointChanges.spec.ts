import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read, textOf, UNKNOWN } from "../../../../simulated-aws/model/values";
import { endpointInputs, Engine, network } from "../../support/engine";

const FULL_ACCESS = `{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}`;

describe("changes of an endpoint", () => {
    const place = async () => {
        const engine = new Engine();
        const found = await network(engine);
        const inputs = endpointInputs(found, "eks", { tags: { a: "1" } });
        return { engine, inputs, made: await engine.create("ec2.VpcEndpoint", inputs) };
    };
    const changes: [string, Properties, string[], string[]][] = [
        ["vpcId", { vpcId: "vpc-other" }, ["vpcId"], ["vpcId"]],
        ["serviceName", { serviceName: "other" }, ["serviceName"], ["serviceName"]],
        [
            "vpcEndpointType",
            { vpcEndpointType: "Gateway" },
            ["vpcEndpointType"],
            ["vpcEndpointType"],
        ],
        ["privateDnsEnabled", { privateDnsEnabled: false }, ["privateDnsEnabled"], []],
        ["subnetIds", { subnetIds: ["subnet-other"] }, ["subnetIds"], []],
        ["policy", { policy: `{"Statement":[]}` }, ["policy"], []],
        ["ipAddressType", { ipAddressType: "dualstack" }, ["ipAddressType"], []],
        ["DNS record type", { dnsOptions: { dnsRecordIpType: "ipv6" } }, ["dnsOptions"], []],
        ["tags", { tags: { a: "2" } }, ["tags"], []],
        ["an unknown VPC", { vpcId: UNKNOWN }, ["vpcId"], ["vpcId"]],
        [
            "the same policy in other words",
            { policy: JSON.stringify(JSON.parse(FULL_ACCESS), null, 4) },
            [],
            [],
        ],
        ["an omitted value that AWS settled", { privateDnsEnabled: undefined }, [], []],
    ];
    for (const [title, change, changed, replaces] of changes) {
        const how =
            changed.length === 0 ? "nothing" : replaces.length > 0 ? "a replacement" : "in place";
        it(`${title}: ${how}`, async () => {
            const { engine, inputs, made } = await place();
            const found = engine.diff(made, { ...inputs, ...change });
            assert.deepEqual([found.changed, found.replaces], [changed, replaces]);
        });
    }

    it("other order of the subnets: nothing", async () => {
        const { engine, inputs, made } = await place();
        const subnetIds = read(inputs).texts("subnetIds").reverse();
        assert.deepEqual(engine.diff(made, { ...inputs, subnetIds }).differences, []);
    });
});

describe("resources that change an endpoint from outside", () => {
    it("VpcEndpointPolicy sets the policy, and takes it away again", async () => {
        const engine = new Engine();
        const endpoint = await engine.create(
            "ec2.VpcEndpoint",
            endpointInputs(await network(engine)),
        );
        const policy = JSON.stringify({
            Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" },
        });
        const made = await engine.create("ec2.VpcEndpointPolicy", {
            vpcEndpointId: endpoint.id,
            policy,
        });
        assert.equal(engine.refresh(endpoint)?.outputs.policy, policy);
        await engine.delete(made);
        assert.equal(engine.refresh(endpoint)?.outputs.policy, FULL_ACCESS);
    });

    it("VpcEndpointSubnetAssociation adds a subnet, and an interface in it", async () => {
        const engine = new Engine();
        const place = await network(engine, "ab");
        const inputs = endpointInputs(place, "eks", { subnetIds: place.subnetIds.slice(0, 1) });
        const endpoint = await engine.create("ec2.VpcEndpoint", inputs);
        const made = await engine.create("ec2.VpcEndpointSubnetAssociation", {
            vpcEndpointId: endpoint.id,
            subnetId: place.subnetIds[1],
        });
        const interfaces = () => {
            const { outputs } = engine.refresh(endpoint) ?? { outputs: {} };
            return read(outputs).texts("networkInterfaceIds").length;
        };
        assert.equal(interfaces(), 2);
        await engine.delete(made);
        assert.equal(interfaces(), 1);
    });

    it("VpcEndpointRouteTableAssociation adds a route table to a gateway endpoint of its VPC", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine);
        const gateway = { vpcId: vpc.id, serviceName: "com.amazonaws.eu-west-1.s3" };
        const endpoint = await engine.create("ec2.VpcEndpoint", gateway);
        const associate = (routeTableId: unknown, vpcEndpointId = endpoint.id) =>
            engine.create("ec2.VpcEndpointRouteTableAssociation", {
                vpcEndpointId,
                routeTableId: textOf(routeTableId as string),
            });
        const main = vpc.outputs.mainRouteTableId;
        const made = await associate(main);
        assert.deepEqual(engine.refresh(endpoint)?.outputs.routeTableIds, [main]);
        await assert.rejects(
            engine.create("ec2.VpcEndpoint", { ...gateway, routeTableIds: [main] }),
            /RouteAlreadyExists: route table rtb-\w+ already has a route with destination-prefix-list-id pl-/,
        );
        const other = await network(engine);
        await assert.rejects(
            associate(other.vpc.outputs.mainRouteTableId),
            /InvalidParameter: .* belong to different networks/,
        );
        const inputs = {
            vpcId: other.vpc.id,
            subnetIds: other.subnetIds,
            vpcEndpointType: "Interface",
        };
        const serviceName = "com.amazonaws.eu-west-1.eks";
        const ofInterface = await engine.create("ec2.VpcEndpoint", { ...inputs, serviceName });
        await assert.rejects(associate(main, ofInterface.id), /only supported for Gateway type/);
        await engine.delete(made);
        assert.deepEqual(engine.refresh(endpoint)?.outputs.routeTableIds, []);
    });

    it("SecurityGroupAssociation takes the place of the default group", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const endpoint = await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        const group = await engine.create("ec2.SecurityGroup", { vpcId: place.vpc.id });
        const made = await engine.create("ec2.SecurityGroupAssociation", {
            vpcEndpointId: endpoint.id,
            securityGroupId: group.id,
            replaceDefaultAssociation: true,
        });
        assert.deepEqual(engine.refresh(endpoint)?.outputs.securityGroupIds, [group.id]);
        await engine.delete(made);
        assert.deepEqual(engine.refresh(endpoint)?.outputs.securityGroupIds, [
            place.vpc.outputs.defaultSecurityGroupId,
        ]);
    });
});
